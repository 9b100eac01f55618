"""Buttons of a table's verbs, as parts/verbs.html draws them."""

from typing import Any

from ...procedures.verdicts import Offer
from ...web.buttons import button

PRIMARY = {"send", "hand_in", "take", "give", "answer", "make_task", "report_back",
           "list_matter", "agree_matter", "hold_meeting", "close_meeting"}  # fmt: skip


def buttons(
    offered: list[Offer], table: str, pk: int, here: str, but: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """One button a verb; those in ``but`` have a page of their own."""
    return [
        button(o, table, pk, here, primary=o.move.verb in PRIMARY)
        for o in offered
        if o.move.verb not in but
    ]
