"""Forms of the clerk's verbs: what each outcome has to say."""

from typing import Any

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..flow.grouping import NOT_HANDED_OVER
from ..models import Submission


def words(label: str, **given: Any) -> forms.CharField:
    """A few lines of text."""
    needed = {"required": f"请写“{label}”。"}
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, widget=area, error_messages=needed, **given)


@form_of("proposal", "send_back")
class SendBack(VerbForm):
    """退回修改."""

    note = words(
        "哪里要改", max_length=1000, help_text="提案人会看到这段话，改完可以再提交。流水号不变。"
    )


@form_of("proposal", "refuse_filing")
class RefuseFiling(VerbForm):
    """不予立案: the rulebook's own reasons, each with where the matter may go."""

    reason_code = forms.ChoiceField(
        label="情形", widget=forms.RadioSelect, error_messages={"required": "请选一种情形。"}
    )
    words = words("理由", max_length=1000, help_text="提案人会立即收到情形、理由和可以改走的渠道。")

    def prepare(self) -> None:
        field = self.fields["reason_code"]
        reasons = self.case.rules.reasons
        field.choices = [(r.code, r.name) for r in reasons]  # type: ignore[attr-defined]
        field.option_help = {r.code: r.instead for r in reasons}  # type: ignore[attr-defined]


@form_of("proposal", "turn_to_report")
class TurnToReport(VerbForm):
    """转社情民意."""

    note = words("给提案人的话", required=False, max_length=1000)


@form_of("proposal", "turn_to_letter")
class TurnToLetter(VerbForm):
    """转来信."""

    note = words("给提案人的话", required=False, max_length=1000)


@form_of("proposal", "set_window")
class SetWindow(VerbForm):
    """改定大会／平时."""

    window = forms.ChoiceField(
        label="改定为", choices=Submission.Window.choices, widget=forms.RadioSelect
    )
    reason = words("为什么改定", max_length=500)

    def prepare(self) -> None:
        self.fields["window"].initial = self.case.window


@form_of("proposal", "allow_withdrawal")
class AllowWithdrawal(VerbForm):
    """同意撤案."""

    reason = words("提案人为什么撤案", max_length=1000)


@form_of("proposal", "merge")
class Merge(VerbForm):
    """并案: the lead by its serial or number, in the same session."""

    lead = forms.CharField(
        label="并入哪一件", max_length=20, help_text="写流水号（如 0413）或案号（如 第0131号）。"
    )
    reason = forms.CharField(label="并案理由", required=False, max_length=200)

    def clean_lead(self) -> int:
        """The proposal meant; "0413" is a serial, "第0131号" a number."""
        text = self.cleaned_data["lead"].strip()
        digits = "".join(c for c in text if c.isdigit())
        if not digits or len(digits) > 9:
            raise forms.ValidationError("请写流水号或案号。")
        rows = Submission.objects.filter(
            committee_id=self.case.committee_id,
            session_id=self.case.session_id,
            kind=Submission.Kind.PROPOSAL,
        )
        by_number = "号" in text and "流水" not in text
        found = rows.filter(**{"number" if by_number else "serial": int(digits)})
        # Two series of numbers: the one that can still take a member is meant.
        lead = found.filter(state__in=NOT_HANDED_OVER).first() or found.first()
        if lead is None:
            which = "案号" if by_number else "流水号"
            raise forms.ValidationError(f"本次会议没有{which} {digits} 的提案。")
        return int(lead.pk)

    def arguments(self) -> dict[str, Any]:
        return {"into": self.cleaned_data["lead"], "reason": self.cleaned_data["reason"]}


MOST_PARTS = 4


@form_of("proposal", "divide")
class Divide(VerbForm):
    """分案: a title for each part, and for each ask the part it goes to."""

    def prepare(self) -> None:
        asks = list(self.case.recommendations.filter(removed_at__isnull=True))
        self.asks = asks
        parts = min(MOST_PARTS, max(2, len(asks)))
        self.part_names = [f"title_{n}" for n in range(1, parts + 1)]
        for n, name in enumerate(self.part_names, 1):
            self.fields[name] = forms.CharField(
                label=f"第 {n} 件的案由",
                max_length=120,
                required=n <= 2,
                initial=self.case.title if n == 1 else "",
            )
        choices = [(str(n), f"第 {n} 件") for n in range(1, parts + 1)]
        for ask in asks:
            self.fields[f"ask_{ask.order}"] = forms.ChoiceField(
                label=f"建议 {ask.order}：{ask.text[:60]}",
                choices=choices,
                initial="1" if ask.order == 1 else "2",
            )

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        parts = [
            {
                "title": data[name],
                "asks": [a.order for a in self.asks if data[f"ask_{a.order}"] == str(n)],
            }
            for n, name in enumerate(self.part_names, 1)
        ]
        return {"parts": [p for p in parts if p["title"] or p["asks"]]}
