"""列为重点的表单。"""

from django import forms

from ...procedures.forms import VerbForm, form_of
from ...procedures.office_calendar import today
from ..actions.list_as_key import leaders
from ..models import KeyListing


@form_of("proposal", "list_as_key")
class ListAsKey(VerbForm):
    """Leader in charge, day of the chairpersons' meeting, body and way of supervision."""

    leader = forms.TypedChoiceField(label="领衔督办", coerce=int)
    decided_on = forms.DateField(
        label="主席会议确定日",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "请填主席会议确定的日期。"},
    )
    body = forms.CharField(label="督办机构", max_length=80, required=False)
    way = forms.CharField(
        label="督办方式",
        max_length=60,
        required=False,
        help_text="协商座谈、实地察看、专题调研、走访单位，可以几种一起用。",
    )

    def prepare(self) -> None:
        known = leaders(self.case.committee_id)
        self.fields["leader"].choices = [("", "请选择"), *known]  # type: ignore[attr-defined]
        self.initial.setdefault("decided_on", today())
        listing = KeyListing.objects.filter(submission=self.case).first()
        if listing:
            self.initial.update(
                {
                    "leader": listing.leader_id,
                    "decided_on": listing.decided_on,
                    "body": listing.body,
                    "way": listing.way,
                }
            )
