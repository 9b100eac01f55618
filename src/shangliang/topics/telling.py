"""Whom this room tells, and of what."""

from collections.abc import Iterable

from ..actors.models import Tie
from ..notices.post import post
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .models import Consultation, Result, Topic


def people_of(committee_id: int, *kinds: str, whom: Iterable[int] = ()) -> list[int]:
    """Who has one of these ties today, to one of ``whom`` where given."""
    rows = Tie.objects.filter(committee_id=committee_id, kind__in=kinds).on(today())
    wanted = list(whom)
    rows = rows.filter(whom_id__in=wanted) if wanted else rows
    return list(rows.values_list("who_id", flat=True).distinct())


def unit_people(committee_id: int, units: Iterable[int]) -> list[int]:
    """Staff and heads of units; nobody when none is named."""
    wanted = list(units)
    kinds = (Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD)
    return people_of(committee_id, *kinds, whom=wanted) if wanted else []


def participants(case: Consultation) -> list[int]:
    """Registered people who take part, and the people of units that do."""
    rows = list(
        case.parties.filter(actor__isnull=False).values_list("actor_id", "actor__kind", "side")
    )
    units = [pk for pk, kind, _ in rows if kind == "unit"]
    return [pk for pk, kind, _ in rows if kind == "person"] + unit_people(case.committee_id, units)


def tell(
    case: Consultation | Result | Topic,
    to: Iterable[int],
    kind: str,
    text: str,
    seat: Seat,
    needs_act: bool = False,
) -> None:
    """One notice about a row of this room."""
    post(
        committee_id=case.committee_id,
        to=to,
        kind=kind,
        text=text,
        case=case,
        url=case.get_absolute_url(),
        needs_act=needs_act,
        but=seat.person_id,
    )
