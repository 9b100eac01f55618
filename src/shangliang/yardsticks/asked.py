"""群众评价: what those answered whom a measure is for, and whether enough of them did (S-037)."""

from __future__ import annotations

from dataclasses import dataclass

from ..engines.indicators.cells import MIN_COUNT, share_with_margin
from ..procedures.office_calendar import today
from .models import Measure, Pulse


@dataclass(frozen=True)
class Asked:
    """``have`` of ``least`` answers; ``open``: still coming in; ``good``: per cent of the first question, with its margin."""

    pulse: Pulse
    have: int
    least: int
    open: bool
    good: float | None = None
    margin: float | None = None

    @property
    def enough(self) -> bool:
        return not self.open and self.have >= self.least

    @property
    def words(self) -> str:
        """What a lamp says of it."""
        if self.enough:
            return "群众已评价"
        return f"待群众评价 {self.have}／{self.least}{'，还在收' if self.open else ''}"


def asked_of(measure: Measure) -> Asked | None:
    """None when nobody was asked. Shares stay hidden until the survey has ended and while few answered."""
    pulse = measure.asked
    if pulse is None:
        return None
    counts = [row.counts for row in pulse.counts.all() if row.counts]
    have = sum(sum(c[0]) for c in counts)
    coming = pulse.is_open(today())
    least = measure.least_answers or MIN_COUNT
    good = list(pulse.questions[0].get("good", [])) if pulse.questions else []
    if coming or have < max(MIN_COUNT, least) or not good:
        return Asked(pulse, have, least, coming)
    share, margin = share_with_margin(sum(c[0][g] for c in counts for g in good), have, None)
    return Asked(pulse, have, least, coming, share, margin)
