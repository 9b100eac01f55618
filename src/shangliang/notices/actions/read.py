"""已读: a mark in one's own inbox. No case changes, so the log of cases is left alone."""

from collections.abc import Iterable

from django.utils import timezone

from ...procedures.seat import Seat
from ..queries import inbox


def mark_read(seat: Seat, pks: Iterable[int] | None = None) -> int:
    """Mark some of one's notices, or all; returns how many were new."""
    rows = inbox(seat).filter(read_at__isnull=True)
    if pks is not None:
        rows = rows.filter(pk__in=list(pks))
    return rows.update(read_at=timezone.now())
