"""推荐评优的表单。"""

from django import forms

from ...procedures.forms import VerbForm, form_of


@form_of("proposal", "nominate")
class Nominate(VerbForm):
    """Why it is good; everyone who decides reads this."""

    reason = forms.CharField(
        label="推荐理由",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="选题、调研、建议、办成了什么，写事实。",
    )
