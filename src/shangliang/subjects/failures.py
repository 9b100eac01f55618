"""Two failures of money, never one: not in place, and in place but not spent (catalogue B.7)."""

from datetime import timedelta

from ..procedures.office_calendar import today
from .models import FundLine, FundReason
from .money import rate
from .rules import rules

MISSING, UNSPENT = FundReason.Failure.MISSING, FundReason.Failure.UNSPENT


def is_in_place(line: FundLine) -> bool:
    """All that was due has arrived, and a document proves it."""
    return line.due > 0 and line.proven >= line.due


def failures_of(line: FundLine) -> list[str]:
    """Which of the two a line shows today; it may show both."""
    found: list[str] = []
    if line.due > 0 and not is_in_place(line):
        found.append(MISSING)
    if line.arrived > 0 and slow(line):
        found.append(UNSPENT)
    return found


def slow(line: FundLine) -> bool:
    """Long in place and hardly spent."""
    done = rate(line.spent, line.arrived)
    long_ago = line.arrived_on and line.arrived_on <= today() - timedelta(days=rules().grace_days)
    return bool(long_ago) and done is not None and done < rules().slow_rate
