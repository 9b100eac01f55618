"""What every page of this room begins with."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ...procedures.table import Table
from ...procedures.verdicts import offers
from ...web.access import seat_of
from ...web.buttons import button
from ..who import KEEPERS

SEE_ALL = (*KEEPERS, Role.LEADER)


def opened(request: HttpRequest) -> Seat:
    """The seat; the page stands under 学习."""
    request.loop_step = "学习"  # type: ignore[attr-defined]
    return seat_of(request)


def base_of(seat: Seat) -> str:
    """A member's own pages are phone pages."""
    phone = seat.has(Role.MEMBER) and not seat.has(*SEE_ALL)
    return "base_phone.html" if phone else "base.html"


def verbs_of(
    table: Table, seat: Seat, case: Any, back: str,
    first: Collection[str] = (), without: Collection[str] = (),
) -> list[dict[str, Any]]:  # fmt: skip
    """The verbs on offer; ``first`` stand out, also while they wait for something."""
    return [
        button(offer, table.name, case.pk, back, primary=offer.move.verb in first)
        for offer in offers(table, seat, case)
        if offer.move.verb not in without and (offer.verdict.ok or offer.move.verb in first)
    ]
