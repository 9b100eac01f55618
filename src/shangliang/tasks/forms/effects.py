"""Recording and judging the effect of a task (S-031)."""

from typing import Any

from django import forms

from ..models import Effect


def day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class RecordEffect(forms.Form):
    """Baseline first: without it nobody can say that anything changed."""

    measure = forms.CharField(
        label="衡量什么", max_length=200, help_text="能数、能查的，例如“资金支出率”。"
    )
    baseline = forms.CharField(
        label="原来", max_length=200, help_text="办理以前是多少，哪年哪月的数。"
    )
    value = forms.CharField(label="现在", max_length=200, required=False)
    measured_on = day("测量日")
    evidence = forms.FileField(label="佐证", required=False, help_text="照片、表格或文件")


class JudgeEffect(forms.Form):
    """What became of it, and how one knows."""

    effect = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label="结论", choices=Effect.Verdict.choices, widget=forms.RadioSelect
    )
    value = forms.CharField(label="现在", max_length=200, required=False)
    measured_on = day("测量日")
    how = forms.CharField(
        label="怎么核实的",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="看了哪里、查了什么、问了谁。",
    )
    asked = forms.IntegerField(label="问了几位群众", required=False, min_value=0, max_value=1000000)
    content = forms.IntegerField(label="其中认可的", required=False, min_value=0, max_value=1000000)

    @staticmethod
    def of(row: Effect) -> "JudgeEffect":
        """Begun from what is there."""
        names = ("verdict", "value", "measured_on", "how", "asked", "content")
        start: dict[str, Any] = {"effect": row.pk} | {n: getattr(row, n) for n in names}
        return JudgeEffect(initial=start, auto_id=f"e{row.pk}_%s")
