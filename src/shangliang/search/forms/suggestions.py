"""Forms of suggestions and signals."""

from django import forms

from ..models import Signal


class SuggestionsForm(forms.Form):
    """The office's threshold, and suggestions on or off."""

    alike = forms.FloatField(
        label="相近门槛",
        min_value=0.15,
        max_value=0.90,
        help_text="0.15 到 0.90。高一些，提示少而准；低一些，提示多而杂",
        widget=forms.NumberInput(attrs={"step": "0.01"}),
    )
    on = forms.BooleanField(label="显示系统建议（相近、类别、承办单位）", required=False)


class SignalForm(forms.Form):
    """A person's word on a signal."""

    verdict = forms.ChoiceField(label="判断", choices=Signal.Verdict.choices[1:])
    reason = forms.CharField(label="理由", required=False, max_length=300)
