"""Forms of a thing's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ...tasks.forms.further import bodies, day
from ...tasks.forms.further import unit as body
from ...tasks.forms.task import words
from ...yardsticks.queries import yardsticks
from ..actions.link_subject import LINKABLE
from ..flow import STAGES, SUBJECT
from ..models import Milestone, Subject

STAGE_CHOICES = [(key, SUBJECT.states[key]) for key in STAGES]
LINK_WORDS = {
    "proposal": "提案",
    "topic": "议题",
    "consultation": "协商",
    "activity": "视察调研走访",
    "voice": "社情民意",
}


def counties(committee_id: int) -> list[tuple[int, str]]:
    """The counties a thing can lie in."""
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.COUNTY, active=True)
    return [(row.pk, str(row)) for row in rows]


class Points(VerbForm):
    """A form that chooses among the thing's milestones."""

    def points(self, open_only: bool = False) -> list[tuple[int, str]]:
        rows = Milestone.objects.filter(committee_id=self.case.committee_id, subject=self.case)
        if open_only:
            rows = rows.filter(done_on=None)
        return [(row.pk, f"{row.title}（{row.due_on:%Y-%m-%d}）") for row in rows]


def point(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int)


def waits() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label="等哪些节点", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )


class Register(forms.Form):
    """A new thing of the register; its cleaned data are the arguments of ``add_subject``."""

    kind = forms.ChoiceField(label="类型", choices=Subject.Kind.choices)
    name = forms.CharField(label="名称", max_length=120, error_messages={"required": "请写名称。"})
    code = forms.CharField(label="编号", max_length=40, required=False)
    stage = forms.ChoiceField(
        label="项目状态",
        required=False,
        choices=[("", "不是项目"), *STAGE_CHOICES],
        help_text="只有项目和园区要选。",
    )
    unit = body("责任单位", required=False)
    place = body("县区", required=False)
    plan_start = day("计划开工", required=False)
    plan_end = day("计划竣工", required=False)
    parent = forms.TypedChoiceField(
        label="属于哪个对象", required=False, coerce=int, empty_value=None,
        help_text="创新中心、团队选它所依据的政策；项目可以选园区。",
    )  # fmt: skip
    about = forms.CharField(
        label="简介", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self, committee_id)
        whole = Subject.objects.filter(
            committee_id=committee_id, kind__in=("policy", "park", "township", "fund")
        )
        field: Any = self.fields["parent"]
        field.choices = [("", "—"), *((row.pk, row.name) for row in whole.order_by("name"))]


def fill(form: forms.BaseForm, committee_id: int) -> None:
    """Units and counties as choices."""
    for name, rows in (("unit", bodies(committee_id)), ("place", counties(committee_id))):
        form.fields[name].choices = [("", "—"), *rows]  # type: ignore[attr-defined]


@form_of("subject", "edit_subject")
class EditSubject(VerbForm):
    """Name, unit, place, dates."""

    name = forms.CharField(label="名称", max_length=120)
    unit = body("责任单位", required=False)
    place = body("县区", required=False)
    plan_start = day("计划开工", required=False)
    plan_end = day("计划竣工", required=False)
    about = forms.CharField(
        label="简介", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def prepare(self) -> None:
        fill(self, self.case.committee_id)
        for name in ("name", "plan_start", "plan_end", "about"):
            self.initial.setdefault(name, getattr(self.case, name))
        self.initial.setdefault("unit", self.case.unit_id)
        self.initial.setdefault("place", self.case.place_id)


@form_of("subject", "set_stage")
class SetStage(VerbForm):
    """Which, and since when."""

    stage = forms.ChoiceField(label="状态", choices=STAGE_CHOICES, widget=forms.RadioSelect)
    on = day("哪天", "空着就是今天。", required=False)


@form_of("subject", "report_blocker")
class ReportBlocker(VerbForm):
    """What it is stuck on."""

    blocker = words("卡在哪里、要谁解决")

    def prepare(self) -> None:
        self.fields["blocker"].widget.attrs["maxlength"] = 300
        self.initial.setdefault("blocker", self.case.blocker)


@form_of("subject", "close_subject")
class CloseSubject(VerbForm):
    """Why."""

    why = words("为什么结束", "页面和记录都留着。")


@form_of("subject", "link_subject")
class LinkSubject(VerbForm):
    """Which row of another room."""

    table = forms.ChoiceField(
        label="什么", choices=[(k, LINK_WORDS[k]) for k in LINKABLE if k in LINK_WORDS]
    )
    number = forms.IntegerField(
        label="号码", min_value=1, max_value=10**15, help_text="那一件页面地址里的号码。"
    )


@form_of("subject", "watch_indicator")
class WatchIndicator(VerbForm):
    """Which indicator speaks of it."""

    indicator = forms.TypedChoiceField(
        label="指标",
        coerce=int,
        help_text="页面上显示它所在县区的读数；没有填县区的，显示全市的。",
    )
    stop = forms.BooleanField(label="不再看这个指标（读数都留着）", required=False)

    def prepare(self) -> None:
        rows = yardsticks(self.seat).filter(kind="indicator")
        self.fields["indicator"].choices = [(row.pk, row.name) for row in rows]  # type: ignore[attr-defined]


@form_of("subject", "add_milestone")
class AddMilestone(Points):
    """A point, its day, and what it waits for."""

    title = forms.CharField(label="节点", max_length=120)
    due_on = day("计划日期")
    days = forms.IntegerField(
        label="需要几天",
        min_value=0,
        max_value=3650,
        initial=0,
        help_text="等的节点完成以后，它自己要几天。前面推迟时照它算。",
    )
    unit = body("责任单位", required=False)
    after = waits()

    def prepare(self) -> None:
        self.fields["unit"].choices = [("", "—"), *bodies(self.case.committee_id)]  # type: ignore[attr-defined]
        self.fields["after"].choices = self.points()  # type: ignore[attr-defined]


@form_of("subject", "move_milestone")
class MoveMilestone(Points):
    """Which, to when, why."""

    milestone = point("节点")
    due_on = day("改到", "等它的节点会跟着动；提交前可以在路线图上先试算。")
    why = forms.CharField(label="为什么", max_length=200)

    def prepare(self) -> None:
        self.fields["milestone"].choices = self.points(open_only=True)  # type: ignore[attr-defined]


@form_of("subject", "reach_milestone")
class ReachMilestone(Points):
    """Which, and when."""

    milestone = point("节点")
    on = day("完成日期", "空着就是今天。", required=False)

    def prepare(self) -> None:
        self.fields["milestone"].choices = self.points(open_only=True)  # type: ignore[attr-defined]


@form_of("subject", "order_milestones")
class OrderMilestones(Points):
    """What a point waits for."""

    milestone = point("节点")
    after = waits()

    def prepare(self) -> None:
        for name in ("milestone", "after"):
            self.fields[name].choices = self.points()  # type: ignore[attr-defined]
