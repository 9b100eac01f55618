"""How proposals and their asks are named where a task came from them."""

from django.urls import reverse

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .models import Recommendation
from .queries import visible


def proposals(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Proposals the seat may see, with their session's year: a ledger runs over years."""
    rows = visible(seat).filter(pk__in=ids).select_related("session__term")
    return {
        row.pk: Source(
            f"{row.session}{row.number_label}", row.short_title, reverse("proposal", args=[row.pk])
        )
        for row in rows
    }


def asks(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Asks of proposals the seat may see."""
    rows = Recommendation.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    # The few cases first: the set of all one may see is long.
    rows = rows.filter(submission__in=visible(seat).filter(pk__in=rows.values("submission_id")))
    return {
        row.pk: Source(f"第 {row.order} 条", row.text, f"/proposals/{row.submission_id}/")
        for row in rows
    }


SOURCES.update(submission=proposals, recommendation=asks)
