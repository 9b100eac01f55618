"""What a day is made of: cards with one verb each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse

from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...submissions.chain.lamps import Light, light_of
from ...submissions.models import Submission


@dataclass(frozen=True)
class Card:
    """One thing that waits: what, of which case, until when, and the one verb."""

    title: str
    verb: str
    url: str
    note: str = ""
    kind: str = ""
    light: Light | None = None
    count: int = 1  # a queue stands for many
    second: tuple[str, str] | None = None  # a quieter second way: label, url
    now: bool = False  # goes on at this moment: a sign-in at the door
    new: bool = False  # came today: it is shown whatever else is late

    @property
    def late(self) -> bool:
        return bool(self.light and self.light.late)

    @property
    def due(self) -> date:
        return self.light.due if self.light and self.light.due else date.max


@dataclass
class Day:
    """The three answers and the cards behind the first."""

    cards: list[Card] = field(default_factory=list)
    late: int = 0
    late_url: str = ""
    hints: list[tuple[str, str, str]] = field(default_factory=list)  # title, url, words

    def add(self, cards: Iterable[Card]) -> None:
        found = list(cards)
        self.cards += found
        self.late += sum(c.late for c in found)

    @property
    def waiting(self) -> int:
        return sum(card.count for card in self.cards)

    def sorted(self) -> list[Card]:
        """What goes on now first, then what is late, then by date, queues last."""
        return sorted(self.cards, key=lambda c: (not c.now, not c.late, c.count > 1, c.due))

    def first(self, most: int) -> list[Card]:
        """The first ``most``; what came today stands among them, however much is late."""
        cards = self.sorted()
        head, rest = cards[:most], cards[most:]
        return head + [card for card in rest if card.new][:most]


def link(name: str, *args: Any, query: str = "") -> str:
    """The page's address; the case's own page stands in while a room offers none."""
    try:
        return reverse(name, args=args) + query
    except NoReverseMatch:
        return reverse("proposal", args=args[:1]) if args else reverse("day")


def clocks_of(rows: Sequence[Any], about_type: str, *kinds: str) -> dict[int, Clock]:
    """The running clock that ends first, for each of these rows; one question."""
    if not rows:
        return {}
    found: dict[int, Clock] = {}
    clocks = Clock.objects.filter(
        committee_id=rows[0].committee_id,
        about_type=about_type,
        about_id__in=[r.pk for r in rows],
        met_on__isnull=True,
        dropped_on__isnull=True,
    )
    if kinds:
        clocks = clocks.filter(kind__in=kinds)
    for clock in clocks.order_by("-due_on"):
        found[clock.about_id] = clock
    return found


def light(clock: Clock | None) -> Light | None:
    return light_of(clock) if clock else None


def overdue(committee_id: int, *kinds: str) -> QuerySet[Clock]:
    """Running clocks whose day has passed; a paused one is not late."""
    rows = Clock.objects.filter(
        committee_id=committee_id,
        met_on__isnull=True,
        dropped_on__isnull=True,
        paused_on__isnull=True,
        due_on__lt=today(),
    )
    return rows.filter(kind__in=kinds) if kinds else rows


def name(case: Submission) -> str:
    """第0131号 加装电梯…, as a card names a case."""
    title = case.short_title
    return f"{case.number_label} {title}" if case.number else title
