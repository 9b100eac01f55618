"""Forms of this room's verbs."""

from typing import Any

from django import forms

from ...actors.models import Actor
from ...procedures.forms import VerbForm, form_of
from ..models import Pulse, Yardstick


def words(label: str, required: bool = True, rows: int = 3, help_text: str = "") -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label, required=required, help_text=help_text, max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def line(
    label: str, required: bool = True, most: int = 300, help_text: str = ""
) -> forms.CharField:
    """One line of text."""
    return forms.CharField(label=label, required=required, max_length=most, help_text=help_text)


def day(label: str, required: bool = True, help_text: str = "") -> forms.DateField:
    """A date as a native control."""
    return forms.DateField(
        label=label, required=required, help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "请按“2026-06-30”这样写日期。", "required": "请选日期。"},
    )  # fmt: skip


def pick(label: str, required: bool = True, help_text: str = "") -> forms.TypedChoiceField:
    """A choice of a row by number; choices are filled from the case."""
    return forms.TypedChoiceField(
        label=label, required=required, coerce=int, empty_value=None, help_text=help_text
    )


def bodies(committee_id: int) -> list[tuple[Any, str]]:
    """Bodies that can owe something."""
    rows = Actor.objects.filter(
        committee_id=committee_id,
        active=True,
        kind__in=[
            Actor.Kind.UNIT,
            Actor.Kind.COUNTY,
            Actor.Kind.SPECIAL_COMMITTEE,
            Actor.Kind.ORGANISATION,
        ],
    ).only("pk", "name", "short")
    return [(row.pk, str(row)) for row in rows]


@form_of("remark", "give_remark")
class GiveRemark(VerbForm):
    """The region's own words."""

    text = words(
        "说明", rows=5, help_text="说清原因和涉及的数，例如哪个企业、哪个项目、剔除后是多少。"
    )

    def prepare(self) -> None:
        if self.case.question:
            self.fields["text"].help_text = f"问：{self.case.question}"
        self.initial.setdefault("text", self.case.text)


@form_of("remark", "accept_remark")
class AcceptRemark(VerbForm):
    """Accepted, perhaps with a word."""

    answer = line("核实意见", required=False, help_text="可以不填。")


@form_of("remark", "return_remark")
class ReturnRemark(VerbForm):
    """What is still open."""

    answer = line("还要说明什么")


@form_of("gap", "explain_gap")
class ExplainGap(VerbForm):
    """Cause and owner."""

    cause = words("主要原因")
    owner = pick("责任单位", required=False)

    def prepare(self) -> None:
        self.fields["owner"].choices = [("", "不变"), *bodies(self.seat.committee_id)]  # type: ignore[attr-defined]
        self.initial.setdefault("cause", self.case.cause)
        self.initial.setdefault("owner", self.case.owner_id)


@form_of("gap", "plan_measure")
class PlanMeasure(VerbForm):
    """A measure with its date and its person."""

    text = line("举措", help_text="写到能核实：做什么、做到什么程度。")
    owner = pick("责任单位")
    person_name = line("责任人", most=60)
    due_on = day("时限")
    expected = line("预期变化", required=False, most=200)
    baseline = line(
        "原来是多少", required=False, most=200, help_text="没有原来的数，将来判不了见效。"
    )
    learned_from = line("借鉴谁的做法", required=False, most=200)
    clause = forms.ChoiceField(label="对应框架条目", required=False)

    def prepare(self) -> None:
        self.fields["owner"].choices = [("", "请选"), *bodies(self.seat.committee_id)]  # type: ignore[attr-defined]
        self.initial.setdefault("owner", self.case.owner_id)
        if self.case.value is not None and self.case.yardstick_id:
            had = f"{self.case.value.normalize():f}{self.case.yardstick.unit}（{self.case.period}）"
            self.initial.setdefault("baseline", had)
        frames = Yardstick.objects.filter(
            committee_id=self.seat.committee_id, kind=Yardstick.Kind.FRAMEWORK
        )
        items = [
            (f"{frame.pk}:{item['code']}", f"{frame}·{item['text'][:30]}")
            for frame in frames
            for item in frame.body.get("items", [])
        ]
        self.fields["clause"].choices = [("", "不对应"), *items]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        frame, _, item = data.pop("clause").partition(":")
        return data | {"framework": int(frame) if frame else None, "item": item}


@form_of("gap", "close_gap")
class CloseGap(VerbForm):
    """By what evidence."""

    how = line("凭什么认定消除", help_text="哪一期的数、看了哪里、问了谁。")


@form_of("gap", "reopen_gap")
class ReopenGap(VerbForm):
    """It is there again."""

    why = line("凭什么说又出现了")


@form_of("gap", "drop_gap")
class DropGap(VerbForm):
    """It was none."""

    why = line("为什么不成立")


@form_of("measure", "report_measure")
class ReportMeasure(VerbForm):
    """What was done."""

    result = words("做了什么、到什么程度")


@form_of("measure", "ask_people")
class AskPeople(VerbForm):
    """Which survey, and how many answers at least."""

    pulse = pick("用哪次小调查", help_text="第一题标了“好”的选项的；还没有就先到“小调查”登记一次。")
    least = forms.IntegerField(
        label="至少多少份", min_value=5, max_value=10_000, initial=30,
        help_text="够数以前，这条举措一直是“待群众评价”，不能核实做到，也不能判见效。",
    )  # fmt: skip

    def prepare(self) -> None:
        rows = Pulse.objects.filter(committee_id=self.seat.committee_id)[:30]
        good = [
            (p.pk, f"{p.title}（{p.on}）")
            for p in rows
            if p.questions and p.questions[0].get("good")
        ]
        self.fields["pulse"].choices = [("", "请选"), *good]  # type: ignore[attr-defined]


@form_of("measure", "pass_measure")
class PassMeasure(VerbForm):
    """How it was looked at."""

    how = line("怎么核实的")


@form_of("measure", "return_measure")
class ReturnMeasure(VerbForm):
    """What was found."""

    how = line("核实发现了什么")


@form_of("measure", "judge_measure")
class JudgeMeasure(VerbForm):
    """The effect; not yet known is an answer."""

    effect = forms.ChoiceField(
        label="效果",
        choices=[("unknown", "尚不知道"), ("effective", "见效"), ("partly", "部分见效"), ("not", "未见效")],
    )  # fmt: skip
    value = line("现在是多少", required=False, most=200)
    on = day("哪天量的", required=False)
    how = line("凭什么这样判断")

    def prepare(self) -> None:
        if self.case.baseline:
            self.fields["value"].help_text = f"原来：{self.case.baseline}"
        if self.case.expected:
            self.fields["effect"].help_text = f"预期：{self.case.expected}"


@form_of("measure", "assign_measure")
class AssignMeasure(VerbForm):
    """On what the assignment rests."""

    basis = line("依据", most=200, help_text="哪次会议、哪份批示或通报。交办后单位要签收。")


@form_of("measure", "move_measure")
class MoveMeasure(VerbForm):
    """Another date."""

    due_on = day("新的时限")
    why = line("为什么改")


@form_of("measure", "drop_measure")
class DropMeasure(VerbForm):
    """Why not."""

    why = line("为什么取消")


@form_of("sheet", "return_sheet")
class ReturnSheet(VerbForm):
    """Which answer does not stand."""

    why = line("哪一问要再答、为什么")


@form_of("sheet", "review_sheet")
class ReviewSheet(VerbForm):
    """Read."""

    note = line("审阅意见", required=False)
