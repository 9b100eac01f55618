"""From the votes to what pages show: the engine asked once for a number of votes, and kept.

While a round runs its opinion may be some seconds old, and what it costs is a bounded share of one
core: nobody's answer waits for it. Between two full answers the groups found are kept, so that a room
of 500 is recomputed in some 20 ms.
"""

import time
from dataclasses import dataclass, replace

from django.core.cache import cache

from ..engines.opinion import Opinion, Votes, analyse
from ..engines.opinion.published import FEW, published_shape
from .ledger import rows_of
from .models import Round

KEEP = 3600
PAUSE = 1.0  # seconds at least between two opinions of a running round
SHARE = 0.1  # of one core, at most, for the opinions of one running round
GROWN = 1.3  # votes since the last full answer: then groups are chosen anew


@dataclass(frozen=True)
class Held:
    """The opinion of a running round: when it was found, what it cost, of how many votes the groups are."""

    opinion: Opinion
    last: int
    at: float
    seconds: float
    full: int


def last_vote(round_: Round) -> int:
    """The number of the newest answer: what the analysis depends on."""
    return round_.votes.order_by("-id").values_list("id", flat=True).first() or 0


def known_statements(round_: Round) -> tuple[list[int], list[int]]:
    """(all statements, those not shown), by number."""
    rows = list(round_.statements.order_by("number").values_list("number", "state"))
    return [n for n, _ in rows], [n for n, state in rows if state != "shown"]


def analysed(round_: Round) -> Opinion:
    """The opinion of all answers so far; statements not shown count for nothing."""
    known, out = known_statements(round_)
    key = f"opinion:{round_.pk}:{last_vote(round_)}:{hash((*known, -1, *out))}"
    found: Opinion | None = cache.get(key)
    if found is None:
        found = analyse(Votes.of(rows_of(round_), statements=known), excluded=out)
        cache.set(key, found, KEEP)
    return found


def running(round_: Round) -> Opinion:
    """The opinion of moments ago; of a round that does not run, of all its answers."""
    if round_.state != "open":
        return analysed(round_)
    known, out = known_statements(round_)
    key = f"opinion:{round_.pk}:{hash((*known, -1, *out))}"
    held: Held | None = cache.get(key)
    if held and (_fresh(held) or held.last == last_vote(round_)):
        return held.opinion
    if held and not cache.add(f"{key}:busy", 1, 60):
        return held.opinion  # somebody else is at it
    began, last = time.process_time(), last_vote(round_)
    votes = Votes.of(rows_of(round_), statements=known)
    full = held is None or votes.cells > GROWN * held.full
    like = None if full or held is None else held.opinion
    opinion = analyse(votes, excluded=out, like=like)
    full_votes = held.full if held and not full else votes.cells
    held = Held(opinion, last, time.time(), time.process_time() - began, full_votes)
    cache.set(key, held, KEEP)
    # apart, since it is read at every answer: what the choice of the next statement needs, no people
    slim = replace(opinion, positions={}, groups=(), representative={}, placing=None)
    cache.set(f"asking:{key}", replace(held, opinion=slim), KEEP)
    cache.delete(f"{key}:busy")
    return opinion


def asking(round_: Round) -> Opinion:
    """What the choice of the next statement needs of the running opinion."""
    known, out = known_statements(round_)
    held: Held | None = cache.get(f"asking:opinion:{round_.pk}:{hash((*known, -1, *out))}")
    return held.opinion if held and _fresh(held) else running(round_)


def _fresh(held: Held) -> bool:
    return time.time() - held.at < max(PAUSE, held.seconds / SHARE)


__all__ = ["FEW", "analysed", "asking", "known_statements", "published_shape", "running"]
