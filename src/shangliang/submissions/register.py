"""The register's filter (提案总表): one reading of the URL for the list, the export and the API.

What is not understood counts as not given, so that an old link still opens a list.
"""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.seat import Seat
from .flow import PROPOSAL
from .models import Assignment, Rating, Submission
from .queries import UNSENT, may_see_satisfaction, visible

ORDERS = {
    "": ("-id",),
    "number": ("number", "id"),
    "-number": ("-number", "-id"),
    "submitted": ("submitted_at", "id"),
    "-submitted": ("-submitted_at", "-id"),
}
LONGEST_WORDS = 60


def number(text: str) -> int | None:
    """A positive number of at most nine digits, or none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def by_words(words: str) -> Q:
    """By number (案号), look-up code, or characters of the title and the proposers' names."""
    if (n := number(words)) is not None:
        return Q(number=n) | Q(serial=n) | Q(title__contains=words)
    return (
        Q(title__contains=words)
        | Q(proposer_names__contains=words)
        | Q(lead_names__contains=words)
        | Q(public_code=words.upper())
    )


def of_unit(unit: int) -> Q:
    """Assigned to a unit, lead or co, and not returned."""
    rows = Assignment.objects.filter(submission=OuterRef("pk"), unit_id=unit)
    return Q(Exists(rows.exclude(state__in=["returned", "dropped"])))


def filtered(seat: Seat, params: Mapping[str, str]) -> QuerySet[Submission]:
    """Proposals this seat may see, narrowed by ``session state window nature class unit grade
    satisfaction key excellent q`` and ordered by ``sort``. Drafts are not part of the register."""
    rows = visible(seat).filter(kind=Submission.Kind.PROPOSAL).exclude(state__in=UNSENT)
    given = {name: str(params.get(name) or "").strip() for name in NAMES}
    if session := number(given["session"]):
        rows = rows.filter(session_id=session)
    if given["state"] in PROPOSAL.states:
        rows = rows.filter(state=given["state"])
    if given["window"] in Submission.Window.values:
        rows = rows.filter(window=given["window"])
    if given["nature"] in Submission.Nature.values:
        rows = rows.filter(nature=given["nature"])
    if given["class"]:
        rows = rows.filter(class_code=given["class"][:30])
    if unit := number(given["unit"]):
        rows = rows.filter(of_unit(unit))
    if given["grade"]:
        rows = rows.filter(grade=given["grade"][:1])
    # Whoever works in a handling unit may not find ratings out by filtering either.
    if given["satisfaction"] in Rating.Score.values and may_see_satisfaction(seat, seat.units):
        rows = rows.filter(satisfaction=given["satisfaction"])
    for name in ("key", "excellent"):
        if given[name] in ("1", "true"):
            rows = rows.filter(**{name: True})
    words = "".join(c for c in given["q"] if c.isprintable())[:LONGEST_WORDS]
    if words:
        rows = rows.filter(by_words(words))
    return rows.order_by(*ORDERS.get(given["sort"], ORDERS[""]))


NAMES = (
    "session",
    "state",
    "window",
    "nature",
    "class",
    "unit",
    "grade",
    "satisfaction",
    "key",
    "excellent",
    "q",
    "sort",
)
