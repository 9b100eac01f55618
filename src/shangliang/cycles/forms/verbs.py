"""Forms of the cycle's verbs."""

from typing import Any

from django import forms

from ...documents.readings.units import choices, units_of
from ...procedures.forms import VerbForm, form_of
from ..handins import FIVE
from ..models import Covered, Suggestion, VagueMeasure

DAY = forms.DateInput(attrs={"type": "date"})
WRONG_DAY = {"invalid": "请按“2026-06-30”这样写日期。"}


def words(label: str, help_text: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """What is said with a verb."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"请写“{label}”。"},
    )


def day(label: str, help_text: str = "", required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=DAY, error_messages=WRONG_DAY, help_text=help_text
    )


def unit(label: str, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, required=required, empty_value=None)


@form_of("call", "hold")
class Hold(VerbForm):
    """The day it took place."""

    held_on = day("哪天开的", "不填就是通知里写的那天。")


@form_of("handin", "hand_in")
class HandIn(VerbForm):
    """The report, as a file or as text."""

    upload = forms.FileField(label="汇报文件", required=False)
    text = forms.CharField(
        label="或者粘贴文字", required=False, max_length=300_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="交上以后马上对照通知检查，没提到的会列出来，可以补了再交。",
    )  # fmt: skip

    def prepare(self) -> None:
        self.initial.setdefault("text", self.case.text)


@form_of("handin", "overrule")
class Overrule(VerbForm):
    """What a person says of one content."""

    content = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31)
    state = forms.ChoiceField(label="改判为", choices=Covered.State.choices)
    why = forms.CharField(label="理由", required=False, max_length=200)


@form_of("handin", "judge_measure")
class JudgeMeasure(VerbForm):
    """Whether a measure stands as it is."""

    measure = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31)
    verdict = forms.ChoiceField(
        label="怎么看", choices=[("", "收回"), *VagueMeasure.Verdict.choices], required=False
    )


@form_of("handin", "send_back")
class SendBack(VerbForm):
    """What lacks: what was not mentioned stands there to begin with."""

    note = words("要补什么", rows=4)

    def prepare(self) -> None:
        rows = self.case.covered.select_related("content")
        lacking = [str(row.content) for row in rows if row.state != "answered"]
        if lacking:
            self.initial.setdefault("note", "请补充：" + "、".join(lacking) + "。")


@form_of("handin", "remark")
class RemarkForm(VerbForm):
    """Words and five marks."""

    text = words("点评", required=False)

    def prepare(self) -> None:
        for name, label in FIVE.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label, required=False, coerce=int, empty_value=None,
                choices=[("", "不评"), *((n, str(n)) for n in range(1, 6))],
            )  # fmt: skip


@form_of("suggestion", "merge")
class Merge(VerbForm):
    """Into which other suggestion."""

    lead = forms.TypedChoiceField(label="和哪一条是一回事", coerce=int, empty_value=None)

    def prepare(self) -> None:
        rows = (
            Suggestion.objects.filter(
                committee_id=self.case.committee_id, state__in=("open", "sent")
            )
            .exclude(pk=self.case.pk)
            .select_related("unit")
            .order_by("-id")[:200]
        )
        field: Any = self.fields["lead"]
        field.choices = [("", "请选"), *((r.pk, f"{r.unit}：{r.title}") for r in rows)]


@form_of("suggestion", "give")
class Give(VerbForm):
    """Which bureau answers, by when."""

    addressee = unit("答复单位")
    due_on = day("答复期限")

    def prepare(self) -> None:
        field: Any = self.fields["addressee"]
        field.choices = choices(units_of(self.case.committee_id))


@form_of("suggestion", "answer")
class Answer(VerbForm):
    """The answer, to all who asked."""

    text = words("答复", "所有提过这条建议的单位都会看到。", rows=6)

    def prepare(self) -> None:
        self.initial.setdefault("text", self.case.answer)


@form_of("suggestion", "mark")
class Mark(VerbForm):
    """How targeted it is."""

    targeted = forms.TypedChoiceField(
        label="针对性", coerce=int, choices=[(n, str(n)) for n in range(1, 6)],
        help_text="5 分：点了单位、点了事、能照着办；1 分：泛泛而谈。",
    )  # fmt: skip


@form_of("instruction", "make_task")
class MakeTask(VerbForm):
    """The task an instruction makes."""

    title = words("任务", rows=2)
    owner = unit("责任单位")
    due_on = day("时限", "不填就用批示要求报结果的期限。")

    def prepare(self) -> None:
        field: Any = self.fields["owner"]
        field.choices = choices(units_of(self.case.committee_id))
        free = self.case.units.filter(task_id=None).first()
        first = {"title": self.case.text[:300], "due_on": self.case.due_on,
                 "owner": free.unit_id if free else None}  # fmt: skip
        self.initial = first | dict(self.initial)


@form_of("instruction", "report_back")
class ReportBack(VerbForm):
    """What was done."""

    text = words("办理结果", rows=6)


@form_of("instruction", "settle")
class Settle(VerbForm):
    """Why it is settled before all have reported."""

    reason = forms.CharField(label="理由", required=False, max_length=200,
                             help_text="都报了结果的可以不写。")  # fmt: skip
