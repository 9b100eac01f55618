"""Proving a chain whole: recompute every digest and name the first place that does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from .anchor import VERB, batch_digest, heads_kept
from .digest import digest
from .models import Access, Chain, Event
from .write import fields_of


@dataclass(frozen=True)
class Fault:
    """Where a chain breaks, and what is wrong there."""

    committee_id: int
    seq: int
    what: str

    def __str__(self) -> str:
        return f"第 {self.seq} 条：{self.what}"


def verify(committee_id: int) -> Iterator[Fault]:
    """Every fault of one committee's chain, in order; nothing when it is whole.

    Three things are proved: each event fits its digest and the one before; each batch of light rows
    fits the digest anchored for it; the chain still passes through the heads kept in anchor files.
    """
    prev, place = "", 0
    kept = {(seq, head): file for file, seq, head in heads_kept(committee_id)}
    wanted = {seq for seq, _ in kept}
    met: dict[int, str] = {}
    for event in Event.objects.filter(committee_id=committee_id).order_by("seq").iterator(2000):
        place += 1
        if event.seq != place:
            yield Fault(committee_id, place, f"缺第 {place} 条，接着的是第 {event.seq} 条")
            place = event.seq
        if event.prev != prev:
            yield Fault(committee_id, event.seq, "与上一条接不上")
        if event.digest != digest(event.prev, fields_of(event), settings.JOURNAL_DIGEST):
            yield Fault(committee_id, event.seq, "内容与摘要不符")
        if event.verb == VERB:
            yield from verify_batch(event)
        if event.seq in wanted:
            met[event.seq] = event.digest
        prev = event.digest
    head = Chain.objects.filter(committee_id=committee_id).first()
    if head is None and place:
        yield Fault(committee_id, place, "没有登记链尾：可能被删")
    if head and (head.seq != place or head.digest != prev):
        yield Fault(committee_id, head.seq, "链尾与登记的末条不符：末尾可能被删")
    for (seq, digest_kept), file in sorted(kept.items()):
        if met.get(seq) != digest_kept:
            yield Fault(committee_id, seq, f"与 {file} 锚定的不符：整条链可能被重写")


def verify_batch(event: Event) -> Iterator[Fault]:
    """The light rows anchored by one event: none changed, none gone."""
    rows = list(Access.objects.filter(anchored_in=event).order_by("pk"))
    count = event.detail.get("count")
    if len(rows) != count:
        what = f"访问记录应有 {count} 行，现有 {len(rows)} 行"
        yield Fault(event.committee_id, event.seq, what)
    elif batch_digest(rows, settings.JOURNAL_DIGEST) != event.detail.get("digest"):
        what = f"访问记录 {event.detail.get('first')}–{event.detail.get('last')} 有一行被改"
        yield Fault(event.committee_id, event.seq, what)
