"""Forms of the yearly plan's verbs."""

from datetime import date
from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..models import Deployment, Topic
from ..plan_lines import LEADS
from ..presets import plan_forms, routes
from ..queries import topics_from_texts
from .fields import NONE, bodies, choice, day, line, many, pick, words

ITEM = ("title", "form", "lead", "window_from", "window_to", "aim", "joint")


class ItemForm(VerbForm):
    """What every line of the plan says."""

    title = line("议题")
    form = choice("形式", (), radio=False)
    lead = pick("牵头")
    window_from = day("窗口起")
    window_to = day("窗口止")
    aim = line("围绕", "例如“宜居城市”。", required=False)
    joint = line("配合与参加", "配合的专委会、县区、党派团体。", required=False, most=200)

    def prepare(self) -> None:
        form: Any = self.fields["form"]
        form.choices = [(k, f.label) for k, f in plan_forms().items() if k != "council"]
        lead: Any = self.fields["lead"]
        lead.choices = [("", "请选"), *bodies(self.case.committee_id, *LEADS)]


def own_lines(form: VerbForm) -> None:
    field: Any = form.fields["item"]
    rows = form.case.items.filter(dropped_on__isnull=True)
    field.choices = [("", "请选"), *((str(r.pk), f"{r.number} {r.title}") for r in rows)]


@form_of("plan", "add_item")
class AddItem(ItemForm):
    """A new line, from a chosen topic or not."""

    topic = pick("选定的议题", "选了就把它列入计划。", required=False)
    deployment = pick("对应的重大部署", required=False)
    source_line = line("出处", "从哪份文件哪一句来。", required=False, most=300)

    def prepare(self) -> None:
        super().prepare()
        own = {"committee_id": self.case.committee_id}
        topic: Any = self.fields["topic"]
        rows = Topic.objects.filter(**own, state="chosen")
        topic.choices = [("", "不从议题库来"), *((str(r.pk), r.title) for r in rows)]
        field: Any = self.fields["deployment"]
        marks = Deployment.objects.filter(**own, active=True)
        field.choices = [NONE, *((str(r.pk), r.name) for r in marks)]


@form_of("plan", "draft_items")
class DraftItems(VerbForm):
    """Which topics of texts, whose, and in which part of the year."""

    topics = many("哪些议题", "形式、围绕的目标和出处随文件带来，列入以后逐项改。", required=True)
    lead = pick("牵头", "先写一个，列入以后逐项改。")
    window_from = day("窗口起")
    window_to = day("窗口止")

    def prepare(self) -> None:
        year = self.case.year
        self.initial.setdefault("window_from", date(year, 1, 1))
        self.initial.setdefault("window_to", date(year, 12, 31))
        topics: Any = self.fields["topics"]
        topics.choices = [(str(t.pk), t.title) for t in topics_from_texts(self.case.committee_id)]
        self.initial.setdefault("topics", [pk for pk, _ in topics.choices])
        lead: Any = self.fields["lead"]
        lead.choices = [("", "请选"), *bodies(self.case.committee_id, *LEADS)]


@form_of("plan", "change_item")
class ChangeItem(ItemForm):
    """Which line, and how it reads now."""

    item = pick("哪一项")

    def prepare(self) -> None:
        super().prepare()
        own_lines(self)
        self.order_fields(["item", *ITEM])


@form_of("plan", "drop_item")
class DropItem(VerbForm):
    """Which, and why."""

    item = pick("哪一项")
    reason = words("为什么去掉", rows=2, most=200)

    def prepare(self) -> None:
        own_lines(self)


class StepForm(VerbForm):
    """What a body said, when, on which paper."""

    on = day("日期")
    paper = line("会议或文号", "例如“第 21 次主席会议”“×办〔2027〕3 号”。")
    note = words("意见", required=False)

    def prepare(self) -> None:
        self.initial.setdefault("on", today())


@form_of("plan", "record_opinion")
class RecordOpinion(StepForm):
    """Of one of the amending bodies."""

    body = choice("机构", ())
    paper = line("文号", required=False)
    note = words("意见", "没有意见写“无意见”。")

    def prepare(self) -> None:
        super().prepare()
        field: Any = self.fields["body"]
        field.choices = [(b, b) for b in routes()[self.case.route].amend]


@form_of("plan", "consider_plan")
class ConsiderPlan(StepForm):
    """By the chairpersons' meeting."""


@form_of("plan", "decide_plan")
class DecidePlan(StepForm):
    """By the deciding body."""


@form_of("plan", "return_plan")
class ReturnPlan(VerbForm):
    """What must change."""

    reason = words("退回改什么", rows=3, most=1000)


@form_of("plan", "adjust_item")
class AdjustItem(VerbForm):
    """On the paper of who decided."""

    item = pick("哪一项")
    paper = line("依据（会议或文号）")
    reason = words("理由", rows=2, most=200)
    window_from = day("窗口起")
    window_to = day("窗口止")
    drop = forms.BooleanField(label="取消这一项", required=False)

    def prepare(self) -> None:
        own_lines(self)


@form_of("plan", "close_plan")
class ClosePlan(VerbForm):
    """The year's summary."""

    note = words("年度总结", "开了哪些，没开的为什么；成果用到了哪里。", most=1000)
