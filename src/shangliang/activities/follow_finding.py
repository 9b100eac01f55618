"""跟踪发现: who is told, and what a second visit must show."""

from datetime import date

from django.utils import timezone

from ..actors.models import Tie
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Finding


def people_of(case: Finding) -> list[int]:
    """The staff of the unit named."""
    if case.unit_id is None:
        return []
    ties = Tie.objects.filter(
        committee_id=case.committee_id,
        whom_id=case.unit_id,
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
    ).on(today())
    return list(ties.values_list("who_id", flat=True))


def looked_again(case: Finding, seat: Seat, on: date, seen: str) -> None:
    """A second visit is on a later day than the first, and not in the future."""
    first = timezone.localdate(case.activity.starts_at) if case.activity else case.made_at.date()
    if on > today():
        raise refuse("复查的日期不能晚于今天。")
    if on <= first:
        raise refuse(f"复查要在第一次到场（{first:%Y-%m-%d}）之后。")
    if not seen.strip():
        raise refuse("请写复查看到了什么。")
    case.seen_again_on, case.seen_again_by_id = on, seat.person_id
    case.seen_again = seen.strip()[:1000]
