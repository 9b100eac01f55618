"""Verbs on offer as the buttons a page shows."""

from collections.abc import Collection
from typing import Any

from ...procedures.verdicts import Offer
from ...web.buttons import button


def buttons(
    table: str, pk: int, found: Collection[Offer], here: str, first: Collection[str] = ()
) -> list[dict[str, Any]]:
    """``first``: the verbs that stand out."""
    return [
        button(offer, table, pk, here, primary=offer.move.verb in first)
        for offer in found
        if offer.verdict.ok or offer.move.verb in first
    ]
