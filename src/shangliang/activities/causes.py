"""The survey of causes of absence (S-050): its answers, and what of them is shown."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.db.models import Exists, OuterRef, Q, QuerySet

from .models import Attendance, CauseCount, Presence
from .outcome import outcome_of

ASKED = ("absent", "late_notice")
# Answers that make an absence; leave and a free "no" are answers of their own.
UNEXPLAINED = ("invited", "going", "leave_asked", "leave_refused")


@dataclass(frozen=True)
class CauseBook:
    """The causes one may name, and from how many on they are shown."""

    least: int
    causes: tuple[tuple[str, str], ...]

    def label(self, code: str) -> str:
        return dict(self.causes).get(code, code)


@cache
def book() -> CauseBook:
    """The preset."""
    data = tomllib.loads(
        files("shangliang.activities").joinpath("data/causes.toml").read_text("utf-8")
    )
    return CauseBook(data["least"], tuple((c["code"], c["label"]) for c in data["cause"]))


def to_ask(row: Attendance) -> bool:
    """Whether this person is to be asked: absent from a closed activity and not answered yet."""
    if row.activity.state != "closed" or answered(row):
        return False
    return outcome_of(row).key in ASKED


def answered(row: Attendance) -> bool:
    """Already answered."""
    return hasattr(row, "cause_said")


def missed() -> Q:
    """Rows of closed activities to which nobody came and for which nobody answered: for a list."""
    came = Presence.objects.filter(
        committee_id=OuterRef("committee_id"), attendance_id=OuterRef("pk")
    )
    absent: Q = (
        Q(activity__state="closed", walk_in=False, state__in=UNEXPLAINED, cause_said__isnull=True)
        & (Q(activity__must=True) | ~Q(state="invited"))
        & Q(~Exists(came))
    )
    return absent


@dataclass(frozen=True)
class Shown:
    """One cause: ``least`` or a multiple of it, "so many or more"."""

    label: str
    at_least: int


def shown(committee_id: int, year: int) -> tuple[list[Shown], bool]:
    """(causes named often enough, most often first; whether others are hidden)."""
    rows: QuerySet[CauseCount] = CauseCount.objects.filter(committee_id=committee_id, year=year)
    least = book().least
    counts = {row.cause: row.n for row in rows}
    found = [
        Shown(label, counts[code] // least * least)
        for code, label in book().causes
        if counts.get(code, 0) >= least
    ]
    hidden = any(0 < n < least for n in counts.values())
    return sorted(found, key=lambda s: -s.at_least), hidden
