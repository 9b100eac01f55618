"""宣传 in one's day: texts that wait for this seat's review."""

from collections.abc import Iterator

from ...procedures.seat import Seat
from ...publications.flow.who import REVIEWERS
from ...publications.queries import waiting
from .cards import Card, link

WORDS = {"first": "初审", "second": "复审", "final": "终审"}
SHOWN = 3


def cards(seat: Seat) -> Iterator[Card]:
    """The oldest few by name, the rest as one queue."""
    if not seat.has(*REVIEWERS):
        return
    rows = list(waiting(seat)[:30])
    for row in rows[:SHOWN]:
        yield Card(row.title, f"去{WORDS[row.state]}", link("piece", row.pk), row.book.name, "宣传")
    more = len(rows) - SHOWN
    if more > 0:
        yield Card(
            f"还有 {more} 篇稿件等您审", "去编辑台", link("publications"), "", "宣传", count=more
        )
