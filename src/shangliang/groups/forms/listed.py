"""Forms of lists by consent."""

from datetime import timedelta
from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..consent import purpose_of, rules
from ..words import ANSWERS, LISTS
from .common import (
    Choices,
    Names,
    area,
    blank,
    day,
    matters,
    pick,
    pick_id,
    set_choices,
    short,
    today_field,
    until_field,
    ways,
)

HOW = [(w, w) for w in ("书面同意", "当面同意", "电话同意")]


class NewListed(forms.Form):
    """列入名单; the same form for experts, friends and contacts, with what each needs."""

    kind = pick("哪一类")
    person = Names(
        "名册里的人", "写姓名或委员编号；不在名册里的，空着，填下面的姓名。", required=False
    )
    name = short("姓名或名称", 60, required=False)
    unit = short("单位", 120, required=False)
    post_name = short("职务职称", 60, required=False)
    phone = short("电话", 40, required=False)
    fields_ = short("擅长", 200, "几样用顿号隔开，例如：垃圾分类、物业管理。", required=False)
    purpose = area("用途", 200, "给本人看的就是这句话；没有写的用途不用。", rows=2)
    until = until_field()
    how = pick(
        "怎么同意的", blank(HOW, "还没有同意，先请本人同意"), required=False,
        help_text="有账号的人只能由本人在网上同意，选了也不算。",
    )  # fmt: skip

    def __init__(self, *args: Any, kinds: list[str], committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "kind", [(k, LISTS[k]) for k in kinds])
        self.fields["person"].committee_id = committee_id  # type: ignore[attr-defined]
        self.initial.setdefault("purpose", purpose_of(kinds[0]))
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
            self.initial["kind"] = kinds[0]
        if kinds == ["contact"] or kinds == ["friend"]:
            del self.fields["fields_"]
        if kinds == ["contact"]:
            del self.fields["person"], self.fields["post_name"]
            self.fields["name"].required = True
            self.fields["how"].required = True
            self.fields["how"].choices = HOW  # type: ignore[attr-defined]

    def clean_person(self) -> int | None:
        found = self.cleaned_data["person"]
        if len(found) > 1:
            raise forms.ValidationError("一次登记一位。")
        return found[0] if found else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not data.get("person") and not (data.get("name") or "").strip():
            self.add_error("name", "请写姓名或名称。")
        return data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        if "fields_" in data:
            data["fields"] = data.pop("fields_")
        return data


class OwnEntry(forms.Form):
    """A member's own entry in the pool."""

    fields_ = short("我擅长", 200, "几样用顿号隔开，例如：垃圾分类、物业管理。")
    until = until_field("同意用到哪天")

    def arguments(self) -> dict[str, Any]:
        return {"fields": self.cleaned_data["fields_"], "until": self.cleaned_data["until"]}


class Consent(VerbForm):
    """Until when; how it was said, where somebody else writes it down."""

    until = until_field("同意用到哪天")
    how = pick("怎么同意的", HOW, required=False)

    def prepare(self) -> None:
        if self.case.person_id == self.seat.person_id:
            del self.fields["how"]
        else:
            self.fields["how"].required = True


@form_of("listed", "agree_listed")
class AgreeListed(Consent):
    """As proposed, or an earlier day."""

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("until", max(self.case.until, today()))


@form_of("listed", "renew_listed")
class RenewListed(Consent):
    """A year on."""

    def prepare(self) -> None:
        super().prepare()
        later = min(
            max(self.case.until, today()) + timedelta(days=365),
            today() + timedelta(days=366 * rules().most_years),
        )
        self.initial.setdefault("until", later)


@form_of("listed", "edit_listed")
class EditListed(VerbForm):
    """What may be put right without a new consent."""

    unit = short("单位", 120, required=False)
    post_name = short("职务职称", 60, required=False)
    phone = short("电话", 40, required=False)
    fields_ = short("擅长", 200, "几样用顿号隔开。", required=False)

    def prepare(self) -> None:
        for name, of in (
            ("unit", "unit"),
            ("post_name", "post"),
            ("phone", "phone"),
            ("fields_", "fields"),
        ):
            self.initial.setdefault(name, getattr(self.case, of))

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data["fields"] = data.pop("fields_")
        return data


@form_of("listed", "declare_kin")
class DeclareKin(VerbForm):
    """Names of units."""

    kin = area("有关联的单位", 300, "本人任职、入股、亲属主管的单位，用顿号隔开；遇到它们的事就回避。不用写原因。", required=False)  # fmt: skip

    def prepare(self) -> None:
        self.initial.setdefault("kin", self.case.kin)


@form_of("listed", "ask_listed")
class AskListed(VerbForm):
    """For what, until when."""

    title = short("请来做什么", 120)
    brief = area("要求", 500, "委托研究的，写清要回答什么问题。", required=False)
    due_on = day("哪天前交", "要交材料的才填。", required=False)
    despite = short("有回避情形仍要请的理由", 200, required=False)


@form_of("listed", "record_answer")
class RecordAnswer(VerbForm):
    """What came of it."""

    asking = pick_id("哪一次")
    answer = pick("答复", list(ANSWERS.items()))
    delivered = area("交来了什么", 500, required=False)
    review = area("评议", 500, "评材料，不给人打分。", required=False)

    def prepare(self) -> None:
        rows: Choices = [(r.pk, f"{r.on:%m-%d} {r.title}") for r in self.case.askings.all()[:40]]
        set_choices(self, "asking", rows)


@form_of("listed", "touch")
class TouchForm(VerbForm):
    """When, how, what was needed."""

    on = today_field()
    way = pick("方式", ways())
    matter = pick("需要哪方面的帮助", matters("没有需要"), required=False)
    note = short("什么事", 120, "写需要什么；不写信仰、思想、立场、情绪。", required=False)
    referred = short("转给谁办", 60, required=False)


@form_of("listed", "withdraw_listed")
class WithdrawListed(VerbForm):
    """Said once more what is deleted."""
