"""What the pages of this room share."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from ...journal.kinds import type_of
from ...journal.models import Event
from ...journal.wording import words_of_verb
from ...procedures.seat import Role, Seat
from ...procedures.table import Table
from ...procedures.verdicts import offers
from ...web.access import seat_of
from ...web.buttons import button
from ..people import READERS


def base_of(seat: Seat) -> str:
    """A member's own pages are phone pages."""
    phone = seat.has(Role.MEMBER) and not seat.has(*READERS)
    return "base_phone.html" if phone else "base.html"


def buttons(
    table: Table,
    seat: Seat,
    row: Any,
    back: str,
    first: tuple[str, ...] = (),
    but: tuple[str, ...] = (),
) -> list[dict[str, Any]]:
    """Verbs on offer, those of ``first`` standing out and first."""
    found = [o for o in offers(table, seat, row) if o.move.verb not in but]
    found.sort(key=lambda o: o.move.verb not in first)
    return [button(o, table.name, row.pk, back, primary=o.move.verb in first) for o in found]


def steps(request: HttpRequest, step: str = "队伍") -> Seat:
    """The step of the loop these pages stand in; the seat."""
    request.loop_step = step  # type: ignore[attr-defined]
    return seat_of(request)


def story(row: Model, committee_id: int, most: int = 12) -> list[dict[str, Any]]:
    """What was done, newest first, in the words of the log."""
    events = Event.objects.filter(
        committee_id=committee_id, case_type=type_of(row), case_id=row.pk
    ).order_by("-seq")[:most]
    return [{"at": e.at, "word": words_of_verb(e.verb).split("：")[-1]} for e in events]
