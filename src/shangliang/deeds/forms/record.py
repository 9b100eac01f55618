"""Forms of the record's verbs."""

from django import forms

from ...activities.forms.fields import day, words
from ...procedures.forms import VerbForm, form_of
from ..models import Deed, Exemption


@form_of("deed", "return_deed")
class ReturnDeed(VerbForm):
    """Why."""

    answer = forms.CharField(label="为什么不能核实", max_length=200)


@form_of("contest", "correct_contest")
class CorrectContest(VerbForm):
    """What was put right."""

    answer = words("答复", "先在活动页“更正出席”或核实自报，这里写改了什么。", rows=3)


@form_of("contest", "explain_contest")
class ExplainContest(VerbForm):
    """Why it stays."""

    answer = words("说明", "为什么照原样。两边的话都会留在记录旁。", rows=3)


class ReportDeed(forms.Form):
    """自报履职."""

    what = forms.ChoiceField(label="是什么", choices=Deed.What.choices)
    title = forms.CharField(label="做了什么", max_length=120)
    on = day("日期")
    level = forms.ChoiceField(label="级别", choices=Deed.Level.choices, required=False)
    evidence = forms.CharField(
        label="凭据在哪里", max_length=200, required=False, help_text="文件名、网址，或谁能证明。"
    )


class Exempt(forms.Form):
    """记免评."""

    reason = forms.ChoiceField(label="原因", choices=Exemption.Reason.choices)
    since = day("起")
    until = day("止")


class OpenContest(forms.Form):
    """提异议."""

    text = words("哪里不对、应该是什么")


class WriteStatement(forms.Form):
    """述职."""

    text = forms.CharField(
        label="述职",
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="做了什么、提出什么、采纳了什么、见了什么成效、还差什么。",
    )
