"""Verbs on offer as the buttons a page shows."""

from collections.abc import Collection
from typing import Any

from django.urls import reverse

from ...procedures.verdicts import Offer


def buttons(
    table: str, pk: int, found: Collection[Offer], here: str, first: Collection[str] = ()
) -> list[dict[str, Any]]:
    """``first``: the verbs that stand out."""
    return [
        {
            "label": offer.move.label,
            "url": f"{reverse('do', args=[table, offer.move.verb, pk])}?next={here}",
            "form": offer.move.form,
            "tone": "danger"
            if offer.move.refusal
            else "primary"
            if offer.move.verb in first
            else "",
            "disabled": "" if offer.verdict.ok else offer.verdict.reason,
        }
        for offer in found
        if offer.verdict.ok or offer.move.verb in first
    ]
