"""Answers kept for as long as nothing has happened: the event log is the clock of the facts.

Every change writes an event, so a count made at event 1,204 of a committee is true until event
1,205. Days matter too, since a limit passes at midnight without an event.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache
from django.utils import timezone

from .models import Chain

T = TypeVar("T")
KEPT = 3600  # seconds; only to let old answers go


def kept(committee_id: int, name: str, make: Callable[[], T]) -> T:
    """The answer of ``make`` at the committee's present event, made once. One question more."""
    seq = Chain.objects.filter(committee_id=committee_id).values_list("seq", flat=True).first()
    key = f"kept:{committee_id}:{seq or 0}:{timezone.localdate()}:{name}"
    found: Any = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT)
    return found  # type: ignore[no-any-return]
