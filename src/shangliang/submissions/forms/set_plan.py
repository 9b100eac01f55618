"""督办方案的表单。"""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ..models import KeyListing


@form_of("proposal", "set_plan")
class SetPlan(VerbForm):
    """The plan, when it was agreed with the unit, and later what came of it."""

    plan = forms.CharField(
        label="督办方案",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="督办什么、分几步、谁参加、什么时候看结果。",
    )
    agreed_on = forms.DateField(
        label="与承办单位商定日", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    way = forms.CharField(label="督办方式", max_length=60, required=False)
    outcome = forms.CharField(
        label="督办结果",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="督办以后再填。",
    )

    def prepare(self) -> None:
        listing = KeyListing.objects.filter(submission=self.case).first()
        if listing:
            self.initial.update(
                {
                    "plan": listing.plan,
                    "agreed_on": listing.plan_agreed_on,
                    "way": listing.way,
                    "outcome": listing.outcome,
                }
            )
