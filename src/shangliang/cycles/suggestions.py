"""单位的建议: how all who asked are told."""

from ..actors.models import Tie
from ..notices.post import post
from ..procedures.office_calendar import today
from .models import Suggestion


def inform(case: Suggestion, units: list[int], text: str, needs_act: bool = False) -> None:
    people = (
        Tie.objects.filter(
            committee_id=case.committee_id,
            whom_id__in=units,
            kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
        )
        .on(today())
        .values_list("who_id", flat=True)
    )
    post(
        committee_id=case.committee_id,
        to=people,
        kind="suggestion.tell",
        text=text,
        case=case,
        url=f"/suggestions/{case.pk}/",
        needs_act=needs_act,
    )
