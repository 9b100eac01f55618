"""A verb on offer as the button ``parts/verbs.html`` draws: one shape for every room."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from ..procedures.verdicts import Offer


def button(
    offer: Offer, table: str, pk: int, back: str, *, primary: bool = False
) -> dict[str, Any]:
    """``back``: the page to come back to. ``primary``: the step that moves on; a refusal never is.

    What waits for a condition is dimmed and says for what.
    """
    move = offer.move
    query = urlencode({"next": back})
    return {
        "verb": move.verb,
        "label": move.label,
        "url": f"{reverse('do', args=[table, move.verb, pk])}?{query}",
        "form": move.form,
        "tone": "danger" if move.refusal else "primary" if primary else "",
        "disabled": "" if offer.verdict.ok else offer.verdict.reason,
    }
