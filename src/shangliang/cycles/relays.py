"""传达: how those who are to convey are told."""

from ..actors.models import Tie
from ..notices.post import post
from ..procedures.office_calendar import today
from .models import Relay


def tell(case: Relay, units: list[int], text: str) -> None:
    """Everybody of these units."""
    people = Tie.objects.filter(
        committee_id=case.committee_id,
        whom_id__in=units,
        kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
    ).on(today())
    post(
        committee_id=case.committee_id, to=people.values_list("who_id", flat=True),
        kind="relay.tell", text=text, case=case, url=f"/relays/{case.pk}/", needs_act=True,
    )  # fmt: skip
