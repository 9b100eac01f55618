"""两个全覆盖 (S-042), computed from ties and never from a person's doings.

Party organisation covers every member who belongs to the party: a tie to a branch. Party work covers
every other member: a linking tie from one who does. Gaps are named so that they can be mended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today
from .people import delegates, party_members
from .words import TIE_OF

K = Tie.Kind


@dataclass(frozen=True)
class Gap:
    """One member without cover, with the sector so that the convener can be asked."""

    pk: int
    name: str
    sector: str


@dataclass
class Cover:
    """One of the two coverages."""

    all: int = 0
    gaps: list[Gap] = field(default_factory=list)

    @property
    def covered(self) -> int:
        return self.all - len(self.gaps)

    @property
    def percent(self) -> str:
        """100% only when nobody is open: 99.6 is not rounded up."""
        if not self.all:
            return "—"
        tenths = self.covered * 1000 // self.all
        return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths / 10}%"


@dataclass
class Coverage:
    """Both, the links in force, and the sectors and groups without any branch or link."""

    organisation: Cover
    work: Cover
    links: list[Tie]
    uncovered: list[tuple[str, str, int]]  # kind of body, name, how many in it are open
    unknown: int = 0


def coverage_of(committee_id: int) -> Coverage:
    """Of today's members, in six questions."""
    day = today()
    people, party = delegates(committee_id), party_members(committee_id)
    branches = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.BRANCH, active=True)
    homes = Tie.objects.filter(committee_id=committee_id, kind=K.HOME, whom__in=branches).on(day)
    inside = set(homes.values_list("who_id", flat=True))
    links = list(
        Tie.objects.filter(committee_id=committee_id, kind=K.CONTACTS, whom__kind=Actor.Kind.PERSON)
        .on(day)
        .select_related("who", "whom")
        .order_by("who__stroke_key", "pk")
    )
    links = [t for t in links if t.who_id in people and t.whom_id in people and t.who_id in party]
    linked = {t.whom_id for t in links}
    stands: dict[int, list[tuple[str, str]]] = {}
    rows = (
        Tie.objects.filter(committee_id=committee_id, kind__in=(TIE_OF["sector"], TIE_OF["group"]))
        .on(day)
        .values_list("who_id", "kind", "whom__name")
    )
    for who, kind, name in rows:
        stands.setdefault(who, []).append((str(kind), name))

    def gap(pk: int) -> Gap:
        sector = next((n for k, n in stands.get(pk, ()) if k == K.SECTOR), "未编入界别")
        return Gap(pk, people[pk], sector)

    members = [pk for pk in people if pk in party]
    others = [pk for pk in people if pk not in party]
    organisation = Cover(len(members), [gap(pk) for pk in members if pk not in inside])
    work = Cover(len(others), [gap(pk) for pk in others if pk not in linked])
    covered = inside | linked
    return Coverage(organisation, work, links, bodies_open(stands, people, covered))


def bodies_open(
    stands: dict[int, list[tuple[str, str]]], people: dict[int, str], covered: Iterable[int]
) -> list[tuple[str, str, int]]:
    """Sectors and groups in which nobody at all is covered: where to begin."""
    inside: dict[tuple[str, str], int] = {}
    open_in: dict[tuple[str, str], int] = {}
    covered = set(covered)
    for pk in people:
        for body in stands.get(pk, ()):
            inside[body] = inside.get(body, 0) + 1
            open_in[body] = open_in.get(body, 0) + (pk not in covered)
    labels = {str(K.SECTOR): "界别", str(K.GROUP): "履职小组"}
    bare = [(labels[k], name, n) for (k, name), n in inside.items() if open_in[k, name] == n]
    return sorted(bare, key=lambda row: (row[0], -row[2], row[1]))
