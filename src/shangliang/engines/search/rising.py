"""Early signals (苗头): themes that rise against their own past, with a stated rate of false alarms.

A theme's past is the year before the window. How many texts a window brings when nothing changed is
negative-binomial: the past's rate is itself only known from few texts (a Gamma rate, Jeffreys' prior).
All themes are tested at once; Benjamini and Hochberg (1995) keep the expected share of false signals
among those raised at ``rate``. Over texts and places only, never over persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, exp, lgamma, log

from .fold import fold
from .hot import Letter, groups_of
from .places import place_of
from .stock import without_stock
from .summary import keywords

WINDOW = 21  # days
PAST = 365  # days before the window
RATE = 0.10  # share of false signals among those raised, on average
LEAST = 3  # texts in the window; fewer is noise whatever the arithmetic says
STOP = re.compile("[在是有到没把被从]|停车|接送|门口|只|这|那")  # what no name of a place has
LONGEST = 24  # characters of a name
WIDE = 0.93  # average distance within a theme: wider than one event


@dataclass(frozen=True)
class Count:
    """How a theme stands: texts in the window, texts in ``past_days`` before it."""

    now: int
    past: int
    past_days: int
    days: int = WINDOW

    @property
    def expected(self) -> float:
        """Texts the window would bring at the past's rate."""
        return (self.past + 0.5) / max(self.past_days, 1) * self.days

    @property
    def chance(self) -> float:
        """How likely at least so many are when nothing changed."""
        return at_least(self.now, self.past + 0.5, max(self.past_days, 1), self.days)

    @property
    def between(self) -> tuple[int, int]:
        """Texts nine windows of ten would bring when nothing changed."""
        shape, share = self.past + 0.5, self.days / (self.days + max(self.past_days, 1))
        total, low, high, k = 0.0, 0, 0, 0
        while total < 0.95 and k < 10_000:
            total += mass(k, shape, share)
            low = k + 1 if total < 0.05 else low
            high = k
            k += 1
        return low, high


@dataclass(frozen=True)
class Rise:
    """A theme that rose: its words, members of the window, count, and where they come from."""

    words: tuple[str, ...]
    members: tuple[str, ...]
    earlier: tuple[str, ...]
    count: Count
    places: tuple[str, ...]
    since: date
    until: date
    before: int = 0  # texts in as many days right before the window
    phrase: str = ""  # what most titles say in the same words

    @property
    def name(self) -> str:
        return self.phrase or "、".join(self.words[:3])


def said_by_most(titles: Sequence[str]) -> str:
    """The longest run of characters that three titles of five share, stock phrases apart; empty where
    none has four: words then name the theme."""
    if len(titles) < 2:
        return ""
    need = max(2, ceil(0.6 * len(titles)))
    plain = [without_stock(fold(title)) for title in titles]
    best = ""
    for title in plain[: len(plain) - need + 1 or 1]:  # one of these has it, if so many have it
        for start in range(len(title)):
            for end in range(start + max(4, len(best) + 1), min(start + LONGEST, len(title)) + 1):
                piece = title[start:end]
                if " " in piece or sum(piece in other for other in plain) < need:
                    break
                best = piece
    return best.strip("，。、：；了在把被")


def mass(k: int, shape: float, share: float) -> float:
    """Negative binomial: ``k`` when the rate is Gamma(shape) and the window is ``share`` of all days."""
    return exp(
        lgamma(k + shape) - lgamma(shape) - lgamma(k + 1) + k * log(share) + shape * log(1 - share)
    )


def at_least(count: int, shape: float, past_days: int, days: int) -> float:
    share = days / (days + past_days)
    below = sum(mass(k, shape, share) for k in range(count))
    return max(0.0, min(1.0, 1 - below)) if below < 1 - 1e-9 else tail(count, shape, share)


def tail(count: int, shape: float, share: float) -> float:
    """The far tail added up from its own side, where 1 − x would be all rounding."""
    total, k = 0.0, count
    while k < count + 2000:
        more = mass(k, shape, share)
        total += more
        if more < total * 1e-12:
            break
        k += 1
    return total


def raised(chances: Sequence[float], rate: float = RATE) -> list[bool]:
    """Which of many tests count as found at this false discovery rate."""
    order = sorted(range(len(chances)), key=lambda n: chances[n])
    limit = -1
    for place, n in enumerate(order, 1):
        if chances[n] <= rate * place / len(order):
            limit = place
    found = set(order[: max(limit, 0)])
    return [n in found for n in range(len(chances))]


def rises(
    letters: Iterable[Letter], until: date, *, window: int = WINDOW, rate: float = RATE
) -> list[Rise]:
    """Themes of dated texts that rose in the days up to ``until``, the least likely by chance first.

    ``past_days`` is the time since the first text, at most a year: an office that began last month has
    a short past and so wide bounds.
    """
    since = until - timedelta(days=window - 1)
    start = since - timedelta(days=PAST)
    dated = [x for x in letters if x.day and start <= x.day <= until]
    if not dated:
        return []
    first = min(x.day for x in dated if x.day)
    past_days = min(PAST, (since - first).days)
    if past_days < window:
        return []  # no past to compare with: silence, not a guess
    found: list[Rise] = []
    for group in groups_of(dated, WIDE):
        some = [dated[n] for n in group]
        now = [x for x in some if x.day and x.day >= since]
        earlier = [x for x in some if x.day and x.day < since]
        if not now:
            continue
        count = Count(len(now), len(earlier), past_days, window)
        listed = keywords("。".join(x.title for x in now), "")
        places = dict.fromkeys(
            p
            for x in now
            if (p := place_of([x.title], [x.body])) and 2 < len(p) <= 8 and not STOP.search(p)
        )
        found.append(
            Rise(
                tuple(w for w, _ in listed),
                tuple(x.id for x in sorted(now, key=lambda x: (x.day or until, x.id))),
                tuple(x.id for x in earlier),
                count,
                tuple(places),
                since,
                until,
                sum(bool(x.day and x.day >= since - timedelta(days=window)) for x in earlier),
                said_by_most([x.title for x in now]),
            )
        )
    # All themes with a text in the window are tested, also those too small to be shown.
    kept = raised([rise.count.chance for rise in found], rate)
    out = [r for r, ok in zip(found, kept, strict=True) if ok and r.count.now >= LEAST]
    return sorted(out, key=lambda r: (r.count.chance, r.name))
