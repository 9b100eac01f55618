"""Proving a chain whole: recompute every digest and name the first place that does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from .digest import digest
from .models import Chain, Event
from .write import fields_of


@dataclass(frozen=True)
class Fault:
    """Where a chain breaks, and what is wrong there."""

    committee_id: int
    seq: int
    what: str


def verify(committee_id: int) -> Iterator[Fault]:
    """Every fault of one committee's chain, in order; nothing when it is whole."""
    prev, place = "", 0
    for event in Event.objects.filter(committee_id=committee_id).order_by("seq").iterator(2000):
        place += 1
        if event.seq != place:
            yield Fault(committee_id, place, f"缺第 {place} 条，接着的是第 {event.seq} 条")
            place = event.seq
        if event.prev != prev:
            yield Fault(committee_id, event.seq, "与上一条接不上")
        if event.digest != digest(event.prev, fields_of(event), settings.JOURNAL_DIGEST):
            yield Fault(committee_id, event.seq, "内容与摘要不符")
        prev = event.digest
    head = Chain.objects.filter(committee_id=committee_id).first()
    if head and (head.seq != place or head.digest != prev):
        yield Fault(committee_id, head.seq, "链尾与登记的末条不符：末尾可能被删")
