"""民生和发展领域 (S-090): which field a text speaks of, which units answer for it, how much came in each.

A field is read off the words of title and text when a thing is indexed (engines.search.matters): a text
whose words are spread over many fields belongs to none. Nobody confirms it, so it counts and routes, and
decides nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from ..actors.models import Actor
from ..engines.search.matters import LEAST, NONE, About, Matter, about, matters
from ..procedures.seat import Role, Seat
from .handed_in import HANDED_IN, UNSENT
from .models import Row
from .sources import ASIDE, SOURCES
from .tokens_asked import keys_between

READERS = (
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.SUPERVISOR,
    Role.LEADER,
    Role.EDITOR,
    Role.ORGANISER,
)


def unit_reason(unit: Actor, topics: list[About]) -> tuple[float, str]:
    """How its duties speak for a unit: the duty sentence with the word of the text, if there is one."""
    for topic in topics:
        if answers(unit, topic.matter):
            for sentence in unit.duties.replace("；", "。").split("。"):
                for word in topic.words:
                    if word in sentence:
                        return topic.share, f"职责：“{sentence.strip()[:60]}”"
            return topic.share, f"文中说到{'、'.join(topic.words)}"
    return 0.0, ""


def answers(unit: Actor, matter: Matter) -> bool:
    """Whether a unit answers for a field, by its name."""
    name = f"{unit.name} {unit.short}".replace("人民政府", "")  # where 民政 stands by chance
    return any(stem in name for stem in matter.units)


def units_of(committee_id: int) -> list[Actor]:
    """The units that handle what this committee hands over."""
    rows = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.UNIT, active=True)
    return list(rows.order_by("pk"))


@dataclass(frozen=True)
class Counterpart:
    """对口单位: a unit that may answer for a text, and why."""

    unit: Actor
    matter: Matter
    why: str


def counterparts(committee_id: int, title: str, body: str, most: int = 2) -> list[Counterpart]:
    """The units that answer for the field a text speaks of. Empty where none stands out."""
    topics = [topic for topic in about(title, body, 2) if topic.share >= LEAST]
    if not topics:
        return []
    found = []
    for unit in units_of(committee_id):
        share, why = unit_reason(unit, topics)
        if share:
            matter = next(t.matter for t in topics if answers(unit, t.matter))
            found.append((share, Counterpart(unit, matter, why)))
    found.sort(key=lambda pair: (-pair[0], pair[1].unit.pk))
    return [one for _, one in found[:most]]


@dataclass
class Line:
    """A field with what came in it this year and the year before, by kind."""

    key: str
    name: str
    units: list[Actor] = field(default_factory=list)
    now: dict[str, int] = field(default_factory=dict)
    before: int = 0

    @property
    def total(self) -> int:
        return sum(self.now.values())

    @property
    def proposals(self) -> int:
        return self.now.get("proposal", 0)

    @property
    def voices(self) -> int:
        return self.now.get("voice", 0)


def counted(seat: Seat) -> QuerySet[Row]:
    """What was handed in, as far as the seat may see it: the first row of each thing."""
    condition = Q(pk__in=[])
    for kind in HANDED_IN:
        if source := SOURCES.get(kind):
            seen = source.visible(seat).exclude(UNSENT[kind]).order_by()
            condition |= Q(Exists(seen.filter(pk=OuterRef("object_id"))), kind=kind)
    return Row.objects.filter(committee_id=seat.committee_id, part=0).filter(condition)


def years_of(seat: Seat) -> list[int]:
    """The years something was handed in, the newest first; at most eight."""
    years = counted(seat).order_by().annotate(y=ExtractYear("day")).values_list("y", flat=True)
    return sorted(set(years.distinct()), reverse=True)[:8]


def statistics(seat: Seat, year: int) -> list[Line]:
    """Every field with its counts and units, the fullest first; what belongs to none comes last."""
    units = units_of(seat.committee_id)
    lines = {m.key: Line(m.key, m.name, [u for u in units if answers(u, m)]) for m in matters()}
    lines[NONE] = Line(NONE, "分不出领域")
    rows = counted(seat).filter(pk__range=keys_between((year - 1, year))).order_by()
    by_field = rows.annotate(y=ExtractYear("day")).values_list("field", "kind", "y")
    for key, kind, y, n in by_field.annotate(n=Count("pk")):
        line = lines.get(key, lines[NONE])
        if y == year:
            line.now[kind] = line.now.get(kind, 0) + n
        else:
            line.before += n
    last = lines.pop(NONE)
    return [*sorted(lines.values(), key=lambda x: (-x.total, -x.before, x.name)), last]


def parts(seat: Seat, year: int, key: str) -> QuerySet[Row]:
    """What a count is made of, the newest first."""
    keys = Q(field=key) if key != NONE else ~Q(field__in=[m.key for m in matters()])
    return counted(seat).filter(keys, pk__range=keys_between((year, year))).order_by("-pk")


def speaking(rows: Iterable[Row], key: str) -> dict[int, str]:
    """By row: the words that put it there."""
    found = {}
    for row in rows:
        topics = about(row.title, row.body.split(ASIDE)[0])
        words = next((t.words for t in topics if t.matter.key == key), ())
        found[row.pk] = "、".join(words)
    return found
