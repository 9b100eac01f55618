"""Buttons of a table's verbs, as parts/verbs.html draws them."""

from typing import Any

from django.urls import reverse

from ...procedures.verdicts import Offer

PRIMARY = {"send", "hand_in", "take", "give", "answer", "make_task", "report_back"}


def buttons(
    offered: list[Offer], table: str, pk: int, here: str, but: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """One button a verb; those in ``but`` have a page of their own."""
    return [
        {
            "label": o.move.label,
            "url": f"{reverse('do', args=[table, o.move.verb, pk])}?next={here}",
            "form": o.move.form,
            "name": "next",
            "value": here,
            "tone": "danger" if o.move.refusal else "primary" if o.move.verb in PRIMARY else "",
            "disabled": "" if o.verdict.ok else o.verdict.reason,
        }
        for o in offered
        if o.move.verb not in but
    ]
