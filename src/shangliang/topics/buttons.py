"""A row's verbs as buttons: live ones first; what only waits says for what."""

from collections.abc import Iterable
from typing import Any

from ..procedures.forms import FORMS
from ..procedures.seat import Seat
from ..procedures.table import Table
from ..procedures.verdicts import Offer, offers
from ..web.buttons import button


def buttons(
    table: Table,
    seat: Seat,
    case: Any,
    back: str,
    but: Iterable[str] = (),
    first: str = "",
    known: list[Offer] | None = None,
) -> list[dict[str, Any]]:
    """``but``: verbs the page has a place of its own for. ``first``: the step that moves on.

    ``known``: the offers, where the page asked for them already.
    """
    found = []
    for offer in offers(table, seat, case) if known is None else known:
        move = offer.move
        if move.verb in but:
            continue
        moves_on = move.verb == first and offer.verdict.ok
        row = button(offer, table.name, case.pk, back, primary=moves_on)
        found.append(row | {"form": (table.name, move.verb) in FORMS})
    return found


def may(table: Table, seat: Seat, case: Any, known: list[Offer] | None = None) -> dict[str, bool]:
    """Verb -> it can be done now, for the places pages have of their own."""
    found = offers(table, seat, case) if known is None else known
    return {o.move.verb: bool(o.verdict) for o in found}
