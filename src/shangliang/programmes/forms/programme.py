"""Forms of a programme and of its verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...groups.forms.common import Choices, area, blank, day, pick, pick_id, set_choices, short
from ...procedures.forms import VerbForm, form_of
from ..book import Kind
from ..models import Undertaking

KINDS = (
    Actor.Kind.SPECIAL_COMMITTEE, Actor.Kind.PARTY, Actor.Kind.ORGANISATION, Actor.Kind.SECTOR,
    Actor.Kind.UNIT, Actor.Kind.COUNTY, Actor.Kind.GROUP, Actor.Kind.STUDIO, Actor.Kind.FIRM,
)  # fmt: skip


def bodies(committee_id: int) -> Choices:
    """Bodies that lead or take part, by kind."""
    rows = Actor.objects.filter(committee_id=committee_id, kind__in=KINDS, active=True)
    found: dict[str, list[tuple[int, str]]] = {str(Actor.Kind(k).label): [] for k in KINDS}
    for row in rows.order_by("stroke_key", "pk"):
        found[str(row.get_kind_display())].append((row.pk, str(row)))
    grouped: list[Any] = [(label, rows) for label, rows in found.items() if rows]
    return blank(grouped)


class NewProgramme(forms.Form):
    """立一个专项."""

    title = short("名称", 120)
    aim = area("要做到什么", 500)
    basis = short("依据", 200, "设立它的文件或会议。", required=False)
    lead = pick_id("牵头", required=False)
    starts_on = day("起")
    ends_on = day("止", "没有定就空着。", required=False)
    public = forms.BooleanField(
        label="合计对外公开", required=False, help_text="只公开合计，不公开任何一笔的金额。"
    )

    def __init__(self, *args: Any, committee_id: int, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "lead", bodies(committee_id))
        self.fields["basis"].required = kind.basis
        if not kind.public:
            del self.fields["public"]


@form_of("programme", "edit_programme")
class EditProgramme(VerbForm):
    """As registered, to be put right."""

    title = short("名称", 120)
    aim = area("要做到什么", 500)
    basis = short("依据", 200, required=False)
    lead = pick_id("牵头", required=False)
    ends_on = day("止", required=False)
    public = forms.BooleanField(label="合计对外公开", required=False)

    def prepare(self) -> None:
        set_choices(self, "lead", bodies(self.case.committee_id))
        for name in ("title", "aim", "basis", "lead", "ends_on", "public"):
            value = self.case.lead_id if name == "lead" else getattr(self.case, name)
            self.initial.setdefault(name, value)
        if not self.case.book.public:
            del self.fields["public"]


@form_of("programme", "add_partner")
class AddPartner(VerbForm):
    """Who, with which part."""

    who = pick_id("参加方")
    part = short("分工", 200, required=False)

    def prepare(self) -> None:
        set_choices(self, "who", bodies(self.case.committee_id))


@form_of("programme", "drop_partner")
class DropPartner(VerbForm):
    """Which one."""

    partner = pick_id("哪个参加方")

    def prepare(self) -> None:
        rows = self.case.partners.filter(left_on__isnull=True).select_related("who")
        set_choices(self, "partner", blank([(r.pk, str(r)) for r in rows]))


@form_of("programme", "plan_line")
class PlanLine(VerbForm):
    """What, whose, by when, on whose call."""

    title = short("任务", 120)
    due_on = day("哪天前")
    partner = pick_id("哪个参加方", required=False)
    level = pick("谁部署的", list(Undertaking.Level.choices))
    basis = short("依据", 120, "上级部署的要写。", required=False)

    def prepare(self) -> None:
        rows = self.case.partners.filter(left_on__isnull=True).select_related("who")
        set_choices(self, "partner", blank([(r.pk, str(r)) for r in rows], "大家一起"))


class OpenLine(VerbForm):
    """One of the tasks without a result."""

    line = pick_id("哪项任务")

    def prepare(self) -> None:
        rows = self.case.lines.filter(done_on__isnull=True, dropped_why="")
        set_choices(self, "line", blank([(r.pk, str(r)) for r in rows]))


@form_of("programme", "finish_line")
class FinishLine(OpenLine):
    """With the result."""

    result = area("结果", 300)


@form_of("programme", "forgo_line")
class ForgoLine(OpenLine):
    """With the reason."""

    why = short("为什么不做", 120)


@form_of("programme", "set_counter")
class SetCounter(VerbForm):
    """A sub-item anew, or the one of that name changed."""

    action = short("行动", 40, "例如：精神大落实。")
    title = short("分项", 60, "已经有的写同样的名字，就是改它。")
    unit = short("单位", 8, "场、门、支、位。")
    target = forms.IntegerField(
        label="指标", min_value=1, max_value=10**6, error_messages={"required": "请填“指标”。"}
    )
    shares = area(
        "各参加方的指标", 2000, "一行一个：名称 数目。没有分到的不写。", required=False, rows=6
    )

    def prepare(self) -> None:
        known = self.case.counters.filter(title=self.initial.get("title", "")).first()
        if known is None:
            return
        rows = known.shares.select_related("partner__who").order_by("pk")
        self.initial = {**self.initial,
            "action": known.action, "unit": known.unit, "target": known.target,
            "shares": "\n".join(f"{r.partner} {r.target}" for r in rows),
        }  # fmt: skip


@form_of("programme", "drop_counter")
class DropCounter(VerbForm):
    """One without records."""

    counter = pick_id("哪个计数项")

    def prepare(self) -> None:
        rows = self.case.counters.filter(items__isnull=True, talks__isnull=True)
        set_choices(self, "counter", blank([(r.pk, str(r)) for r in rows]))


@form_of("programme", "close_programme")
class CloseProgramme(VerbForm):
    """With what remains to be said."""

    why = area("结束时的话", 300, "做到了什么，没做到的为什么。")
