"""Early signals (苗头): a theme that rises against its own past and over places (S-088). It advises only.

Themes are pairs of neighbouring characters of titles, counted once a note. Small counts are noisy:
three weeks are held against the four three-week windows before, and the rise must be one that chance
alone (a Poisson count with the old mean) would bring in fewer than one case of a hundred.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils import timezone

from ..procedures.seat import Seat
from ..submissions.likeness import STOCK, pairs
from .models import Voice
from .queries import UNSENT

WINDOW = timedelta(weeks=3)
PAST = 4
LEAST, CHANCE = 4, 0.01
MOST_THEMES = 10


@dataclass(frozen=True)
class Signal:
    """A theme, its counts, the notes, and how unlikely the rise is by chance."""

    theme: str
    now: int
    before: float
    places: int
    chance: float
    notes: tuple[Voice, ...]

    @property
    def says(self) -> str:
        odds = "不到千分之一" if self.chance < 0.001 else f"约千分之{math.ceil(self.chance * 1000)}"
        return f"近三周 {self.now} 件，此前平均每三周 {self.before:.1f} 件，涉及 {self.places} 处；偶然如此的可能{odds}"


def tail(count: int, mean: float) -> float:
    """P(at least ``count``) of a Poisson number with this mean; the mean is at least 0.5, since an
    empty past is little knowledge and not certainty."""
    mean = max(mean, 0.5)
    below = sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(count))
    return max(0.0, 1 - below)


def signals(seat: Seat) -> list[Signal]:
    """Themes that rose, least likely by chance first. One question; submitted texts only."""
    now = timezone.now()
    rows = list(
        Voice.objects.filter(
            committee_id=seat.committee_id, submitted_at__gte=now - WINDOW * (PAST + 1)
        )
        .exclude(state__in=UNSENT)
        .only(
            "pk",
            "title",
            "text",
            "area",
            "submitted_at",
            "anonymous",
            "names_person",
            "edited_title",
            "kind",
            "state",
        )
        .order_by("-submitted_at")[:5000]
    )
    fresh: dict[str, list[Voice]] = defaultdict(list)
    past: Counter[str] = Counter()
    for row in rows:
        words = pairs(STOCK.sub(" ", row.title))
        if row.submitted_at and row.submitted_at >= now - WINDOW:
            for word in words:
                fresh[word].append(row)
        else:
            past.update(words)
    found = []
    for word, notes in fresh.items():
        mean = past[word] / PAST
        places = len({n.area for n in notes if n.area})
        chance = tail(len(notes), mean)
        if len(notes) >= LEAST and chance < CHANCE and places >= 1:
            found.append(Signal(word, len(notes), mean, places, chance, tuple(notes[:20])))
    found.sort(key=lambda s: (s.chance, -s.now, s.theme))
    return distinct(found)[:MOST_THEMES]


def spelled(signal: Signal) -> Signal:
    """The longest words that the pair's notes share (预付卡退不了钱), as far as three in five do."""
    titles = [n.title for n in signal.notes]
    need = max(2, math.ceil(0.6 * len(titles)))
    best = signal.theme
    for title in titles[:5]:
        for start in range(len(title)):
            for end in range(start + len(best) + 1, len(title) + 1):
                piece = title[start:end]
                if signal.theme in piece and sum(piece in t for t in titles) >= need:
                    best = piece
    return replace(signal, theme=best.strip("，。、的了"))


def distinct(found: list[Signal]) -> list[Signal]:
    """Pairs of one word (路灯, 灯不) tell of the same notes: the first stands for all, spelled out."""
    kept: list[Signal] = []
    for signal in map(spelled, found):
        if len(signal.theme) < 3:
            continue  # 三个, 不了: no theme
        mine = {n.pk for n in signal.notes}
        same = [
            k for k in kept
            if len(mine & {n.pk for n in k.notes}) >= 0.6 * min(len(mine), len(k.notes))
        ]  # fmt: skip
        if not same:
            kept.append(signal)
    return kept
