"""Forms of the verbs on a line of money."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...tasks.forms.further import bodies, day
from ...tasks.forms.further import unit as body
from ...tasks.forms.task import PAPERS, words
from ..failures import failures_of
from ..models import FundEntry, FundLine, FundReason
from ..money import NoAmount, amount_of
from ..rules import rules


@form_of("fund_line", "enter_money")
class EnterMoney(VerbForm):
    """As it is written, with its proof."""

    kind = forms.ChoiceField(label="哪一种", choices=FundEntry.Kind.choices)
    amount = forms.CharField(
        label="金额", max_length=40, help_text="连单位一起写：3.7亿、606万、12000元。"
    )
    on = day("日期", "空着就是今天。", required=False)
    proof = forms.FileField(
        label="凭证", required=False, help_text=f"到位没有凭证的，不算到位。{PAPERS}"
    )
    note = forms.CharField(label="说明", max_length=300, required=False)

    def clean_amount(self) -> str:
        text = str(self.cleaned_data["amount"])
        try:
            amount_of(text)
        except NoAmount as error:
            raise forms.ValidationError(str(error)) from error
        return text


@form_of("fund_line", "void_entry")
class VoidEntry(VerbForm):
    """Which entry, and why."""

    entry = forms.TypedChoiceField(label="哪一笔", coerce=int)
    why = forms.CharField(label="为什么冲正", max_length=200)

    def prepare(self) -> None:
        rows = FundEntry.objects.filter(
            committee_id=self.case.committee_id, line=self.case, voided_on=None
        )
        self.fields["entry"].choices = [  # type: ignore[attr-defined]
            (r.pk, f"{r.on:%Y-%m-%d} {r.get_kind_display()} {r.written}") for r in rows
        ]


@form_of("fund_line", "ask_reason")
class AskReason(VerbForm):
    """About which failure, until when."""

    failure = forms.ChoiceField(label="问什么", choices=FundReason.Failure.choices)
    until = day("几日前说明", f"空着就是 {rules().reason_days} 个工作日。", required=False)

    def prepare(self) -> None:
        shown = failures_of(self.case)
        self.fields["failure"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in FundReason.Failure.choices if value in shown
        ]


@form_of("fund_line", "give_reason")
class GiveReason(VerbForm):
    """By the list and in words."""

    code = forms.ChoiceField(label="原因", choices=[("", "请选一类"), *rules().reasons.items()])
    text = words("卡在哪里、什么时候能解决", "和数字一起显示，谁看资金谁就看见。")

    def prepare(self) -> None:
        self.fields["text"].widget.attrs["maxlength"] = 500


@form_of("fund_line", "close_line")
class CloseLine(VerbForm):
    """Where what is left went."""

    note = words("结余去向或垫付", required=False)


class NewLine(forms.Form):
    """A fund × level × county or unit."""

    level = forms.ChoiceField(label="级次", choices=FundLine.Level.choices, initial="county")
    unit = body("县区或单位")

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "请选"), *bodies(committee_id)]  # type: ignore[attr-defined]


class Sheet(forms.Form):
    """A sheet of money and the unit of its bare numbers."""

    file = forms.FileField(
        label="表格",
        help_text="xlsx、xls 或 csv。第一行写：县区、级次、应到位、到位、支出、日期、说明。",
    )
    unit = forms.ChoiceField(
        label="表里没写单位的数字是", choices=[("万", "万元"), ("元", "元"), ("亿", "亿元")]
    )
