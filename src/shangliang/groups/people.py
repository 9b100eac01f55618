"""Who belongs to a team and who runs it: read from dated ties, never from a column."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..actors.models import Tie
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from .models import Team
from .words import HEADS, TIE_OF

OFFICE = (Role.CLERK, Role.ORGANISER)
READERS = (*OFFICE, Role.SECOND_REVIEWER, Role.LEADER)
MEMBERS = (Role.MEMBER,)
ALL = (*READERS, *MEMBERS)
K = Tie.Kind
BELONGS = tuple(dict.fromkeys(TIE_OF.values()))


@dataclass(frozen=True)
class Person:
    """One person of a team on a day."""

    pk: int
    name: str
    title: str
    since: date
    tie: int
    head: bool


def ties_to(committee_id: int, bodies: Iterable[int], day: date) -> list[Tie]:
    """Membership and head ties of these bodies, one question."""
    return list(
        Tie.objects.filter(
            committee_id=committee_id, whom_id__in=list(bodies), kind__in=(*BELONGS, K.HEADS)
        )
        .on(day)
        .select_related("who")
        .order_by("rank", "who__stroke_key", "pk")
    )


def people_of(teams: Iterable[Team], day: date | None = None) -> dict[int, list[Person]]:
    """Team id -> its people, heads first; a fixed number of questions."""
    rows = list(teams)
    if not rows:
        return {}
    of_body = {t.body_id: t for t in rows}
    found: dict[int, dict[int, Person]] = {t.pk: {} for t in rows}
    for tie in ties_to(rows[0].committee_id, of_body, day or today()):
        team = of_body[tie.whom_id]
        if tie.kind not in (TIE_OF[team.form], K.HEADS):
            continue
        head = tie.kind == K.HEADS or tie.title in HEADS
        known = found[team.pk].get(tie.who_id)
        if known is None or (head and not known.head):
            title = tie.title if tie.title not in ("", "委员") else ""
            belongs = tie.pk if tie.kind != K.HEADS else known.tie if known else 0
            found[team.pk][tie.who_id] = Person(
                tie.who_id, tie.who.name, title, tie.start, belongs, head
            )
        elif known.tie == 0:
            found[team.pk][tie.who_id] = Person(
                known.pk, known.name, known.title, known.since, tie.pk, known.head
            )
    return {pk: sorted(people.values(), key=lambda p: not p.head) for pk, people in found.items()}


def bodies_of(seat: Seat) -> dict[int, bool]:
    """Bodies the seat's person belongs to -> whether as head. Asked once a request."""
    kept: dict[int, bool] | None = seat.kept.get("bodies")
    if kept is None:
        rows = (
            Tie.objects.filter(
                committee_id=seat.committee_id, who_id=seat.person_id, kind__in=(*BELONGS, K.HEADS)
            )
            .on(today())
            .values_list("whom_id", "kind", "title")
        )
        kept = {}
        for whom, kind, title in rows:
            kept[whom] = kept.get(whom, False) or kind == K.HEADS or title in HEADS
        seat.kept["bodies"] = kept
    return kept


def runs(seat: Seat, team: Team) -> bool:
    """The office, or the team's own head."""
    return seat.has(*OFFICE) or bodies_of(seat).get(team.body_id, False)


def belongs(seat: Seat, team: Team) -> bool:
    """One of the team's own people."""
    return team.body_id in bodies_of(seat)


def delegates(committee_id: int, day: date | None = None) -> dict[int, str]:
    """Today's members: id -> name, one question."""
    rows = Tie.objects.filter(committee_id=committee_id, kind=K.MEMBER).on(day or today())
    return dict(rows.order_by("who__stroke_key").values_list("who_id", "who__name"))


def party_members(committee_id: int, day: date | None = None) -> set[int]:
    """People whose registered party (党派) or sector is the CPC. A register entry, nothing inferred."""
    cpc = Q(kind=K.PARTY, whom__name__contains="共产党") & ~Q(whom__name__contains="共产主义")
    rows = Tie.objects.filter(cpc, committee_id=committee_id).on(day or today())
    return set(rows.values_list("who_id", flat=True))
