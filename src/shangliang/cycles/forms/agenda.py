"""Forms of organs, their meetings and what is on the agenda."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...procedures.seat import Seat
from ..agenda import USUAL
from ..models import Matter, Organ, OrganMeeting
from .verbs import day, words

YES = "举手、投票的写；没有表决可以不填。"


def short(label: str, most: int = 80, help_text: str = "", required: bool = True) -> Any:
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required)


def number(label: str, low: int, high: int, help_text: str = "", required: bool = True) -> Any:
    return forms.IntegerField(
        label=label, min_value=low, max_value=high, help_text=help_text, required=required
    )


def one(label: str, required: bool = True, help_text: str = "") -> Any:
    return forms.TypedChoiceField(
        label=label, coerce=int, empty_value=None, required=required, help_text=help_text
    )


class OrganForm(forms.Form):
    """An organ: how many, how many must come, its secretary, where matters go on to."""

    kind = forms.ChoiceField(label="哪一种", choices=Organ.Kind.choices)
    name = short("名称", 60, "例如：市政协党组、主席会议。")
    seats = number("应到人数", 2, 500)
    quorum = forms.ChoiceField(label="几人到会才开", choices=Organ.Quorum.choices)
    secretary = short("会议秘书", 40, "写名册里的姓名或编号。", required=False)
    after = one("一般再提交给", required=False)
    basis = short("依据", 200, "例如：本会议事规则第几条。", required=False)

    def __init__(self, *args: Any, seat: Seat, organ: Organ | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seat = seat
        rows = Organ.objects.filter(committee_id=seat.committee_id)
        others = rows.exclude(pk=organ.pk) if organ else rows
        field: Any = self.fields["after"]
        field.choices = [("", "不再提交"), *((o.pk, o.name) for o in others)]
        for name in ("kind", "name", "seats", "quorum", "basis") if organ else ():
            self.initial.setdefault(name, getattr(organ, name))
        if organ:
            self.initial.setdefault("after", organ.after_id)
            self.initial.setdefault("secretary", organ.secretary.name if organ.secretary else "")
        else:
            self.initial.setdefault("quorum", USUAL[Organ.Kind.CHAIRS])

    def clean_secretary(self) -> int | None:
        named = "".join(str(self.cleaned_data["secretary"]).split())
        if not named:
            return None
        people = Actor.objects.filter(
            committee_id=self.seat.committee_id, kind=Actor.Kind.PERSON, active=True
        )
        found = list((people.filter(name=named) | people.filter(code=named)).order_by("pk")[:2])
        if len(found) != 1:
            raise forms.ValidationError(
                "名册里有同名的，请写编号。" if found else "名册里没有这个人，请照名册写。"
            )
        return found[0].pk


class MatterForm(forms.Form):
    """What is put before which organ, by whom."""

    organ = one("提请哪个机构审议")
    title = short("事项", 120, "例如：审议2027年度协商计划（草案）。")
    text = words("要议什么、请会议定什么")
    raised_by = short("谁提请", 80, "部门或职务，例如：办公室、提案委员会。")
    grave = forms.BooleanField(label="干部任免或处分党员", required=False)
    source = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organ"]
        field.choices = [
            (o.pk, o.name) for o in Organ.objects.filter(committee_id=seat.committee_id)
        ]


class MeetingForm(forms.Form):
    """When and where an organ meets."""

    organ = one("哪个机构")
    on = day("日期", required=True)
    place = short("地点", 120, required=False)
    host = short("主持", 80, "写职务即可。", required=False)

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organ"]
        field.choices = [
            (o.pk, o.name) for o in Organ.objects.filter(committee_id=seat.committee_id)
        ]


@form_of("organ_meeting", "edit_meeting")
class EditMeeting(VerbForm):
    on = day("日期", required=True)
    place = short("地点", 120, required=False)
    host = short("主持", 80, required=False)

    def prepare(self) -> None:
        for name in self.fields:
            value = getattr(self.case, name)
            self.initial.setdefault(name, value.isoformat() if name == "on" else value)


@form_of("organ_meeting", "move_item")
class MoveItem(VerbForm):
    item = one("哪一项")
    to = one("放到第几")

    def prepare(self) -> None:
        rows = list(self.case.items.select_related("matter").order_by("place", "pk"))
        fields: Any = self.fields
        fields["item"].choices = [(r.pk, str(r)) for r in rows]
        fields["to"].choices = [(n, f"第 {n} 项") for n in range(1, len(rows) + 1)]


@form_of("organ_meeting", "hold_meeting")
class HoldMeeting(VerbForm):
    on = day("哪天开的", "不填就是原定那天。")
    came = number("实到人数", 0, 500)
    away = short("请假、缺席", 300, "写姓名或几人。", required=False)
    also = short("列席", 300, required=False)

    def prepare(self) -> None:
        organ = self.case.organ
        self.fields[
            "came"
        ].help_text = f"应到 {organ.seats} 人，{organ.needed} 人以上到会才能开（{organ.get_quorum_display()}）。"


@form_of("organ_meeting", "call_off_meeting")
class CallOffMeeting(VerbForm):
    reason = words("为什么不开了", rows=2)


@form_of("matter", "list_matter")
class ListMatter(VerbForm):
    meeting = one("哪一次会")
    reporter = short("谁汇报", 80, "不填就是提请的。", required=False)
    minutes = number("几分钟", 1, 240)

    def prepare(self) -> None:
        rows = OrganMeeting.objects.filter(
            committee_id=self.case.committee_id, organ_id=self.case.organ_id, state="planned"
        ).select_related("organ")
        field: Any = self.fields["meeting"]
        field.choices = [(r.pk, f"{r}（{r.on:%Y-%m-%d}）") for r in rows.order_by("on", "pk")]
        self.initial.setdefault("minutes", 10)


@form_of("matter", "agree_matter")
class AgreeMatter(VerbForm):
    words = words("会议怎么定的", "写进纪要，例如：原则同意，按会议意见修改后印发。", rows=3)
    yes = number("赞成人数", 0, 500, YES, required=False)


@form_of("matter", "send_on_matter")
class SendOnMatter(VerbForm):
    organ = one("提交给")
    words = words("会议怎么定的", rows=3)
    yes = number("赞成人数", 0, 500, YES, required=False)

    def prepare(self) -> None:
        rows = Organ.objects.filter(committee_id=self.case.committee_id)
        field: Any = self.fields["organ"]
        field.choices = [(o.pk, o.name) for o in rows.exclude(pk=self.case.organ_id)]
        self.initial.setdefault("organ", self.case.organ.after_id)


@form_of("matter", "put_off_matter")
class PutOffMatter(VerbForm):
    words = words("为什么暂缓", "写进纪要。", rows=3)


@form_of("matter", "send_back_matter")
class SendBackMatter(VerbForm):
    words = words("要改什么", "写进纪要，提请的照这个改。", rows=3)


@form_of("matter", "add_matter_paper")
class AddMatterPaper(VerbForm):
    paper = forms.FileField(label="材料", help_text="Word、PDF、表格或图片。")
    title = short("名称", 120, "不填就用文件名。", required=False)


@form_of("matter", "edit_matter")
class EditMatter(VerbForm):
    title = short("事项", 120)
    text = words("要议什么、请会议定什么")
    raised_by = short("谁提请", 80)
    grave = forms.BooleanField(label="干部任免或处分党员", required=False)

    def prepare(self) -> None:
        for name in self.fields:
            self.initial.setdefault(name, getattr(self.case, name))


@form_of("matter", "resubmit_matter")
class ResubmitMatter(VerbForm):
    text = words("现在请会议定什么", "写明照退回的意见改了哪里。")

    def prepare(self) -> None:
        case: Matter = self.case
        self.initial.setdefault("text", case.text)


@form_of("matter", "drop_matter")
class DropMatter(VerbForm):
    reason = words("为什么不再上会", rows=2)
