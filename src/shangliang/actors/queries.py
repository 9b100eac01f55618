"""Which people and bodies a seat may see, and who stood where on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from .models import Actor, Term, Tie

K, KIND = Tie.Kind, Actor.Kind
# The three administrators do no business: the registers are closed to them (三员分立).
BUSINESS = tuple(r for r in Role if r not in (Role.ADMIN, Role.SECURITY, Role.AUDITOR))
# Bodies people stand in; the kind of body -> the kind of tie that puts a person there.
BODY_TIE = {
    KIND.SECTOR: K.SECTOR,
    KIND.SPECIAL_COMMITTEE: K.SPECIAL_COMMITTEE,
    KIND.GROUP: K.GROUP,
    KIND.PARTY: K.PARTY,
    KIND.COUNTY: K.COUNTY,
    KIND.SYSTEM: K.SYSTEM,
    KIND.UNIT: K.UNIT_STAFF,
    KIND.ORGANISATION: K.HEADS,
}


def in_office(seat: Seat) -> bool:
    """Whether the seat belongs to the business side at all."""
    return seat.has(*BUSINESS)


def actors(seat: Seat) -> QuerySet[Actor]:
    """Everybody and every body of the seat's own committee; nobody else's."""
    rows = Actor.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in else rows.none()


def own(committee_id: int, pk: int) -> Actor | None:
    """A row of this committee, or the committee itself."""
    return Actor.objects.filter(Q(committee_id=committee_id) | Q(pk=committee_id), pk=pk).first()


def people_tied(committee_id: int, *kinds: str) -> list[int]:
    """People with one of these ties today."""
    return list(
        Tie.objects.filter(committee_id=committee_id, kind__in=kinds)
        .on(today())
        .values_list("who_id", flat=True)
        .distinct()
    )


def tied_to(kind: str, whom: int, day: date) -> Exists:
    """Stands in ``kind`` to ``whom`` on ``day``."""
    return Exists(Tie.objects.filter(who=OuterRef("pk"), kind=kind, whom_id=whom).on(day))


def members(seat: Seat, day: date | None = None, term: Term | None = None) -> QuerySet[Actor]:
    """Members on ``day`` (today), or everybody who was a member in ``term``."""
    ties = Tie.objects.filter(committee_id=seat.committee_id, kind=K.MEMBER)
    ties = ties.filter(term=term) if term else ties.on(day or today())
    # A set of ids, asked once: asked of each person, it would walk all ties for every one.
    return actors(seat).filter(pk__in=ties.values("who_id"), kind=KIND.PERSON)


def find(rows: QuerySet[Actor], words: str) -> QuerySet[Actor]:
    """By name, alias, code, pinyin or its first letters."""
    words = words.strip()
    if not words:
        return rows
    plain = words.lower().replace(" ", "")
    clause = Q(name__icontains=words) | Q(short__icontains=words) | Q(code=words)
    clause |= Q(aliases__name__icontains=words)
    if plain.isascii() and plain.isalpha():
        clause |= Q(pinyin__startswith=plain) | Q(initials__startswith=plain)
    return rows.filter(pk__in=rows.filter(clause).values("pk"))


def leader_of(committee_id: int, body_id: int, day: date | None = None) -> Actor | None:
    """Who is in charge of a body or unit on ``day`` (分工): routing asks this, never the present."""
    tie = (
        Tie.objects.filter(committee_id=committee_id, kind=K.IN_CHARGE, whom_id=body_id)
        .on(day or today())
        .select_related("who")
        .order_by("-start", "rank")
        .first()
    )
    return tie.who if tie else None


def ties_of(people: Iterable[Actor], day: date, *kinds: str) -> dict[int, dict[str, list[Tie]]]:
    """{person id: {kind: ties}} of a page of people, in one query."""
    out: dict[int, dict[str, list[Tie]]] = {p.pk: {} for p in people}
    for tie in Tie.objects.filter(who_id__in=out, kind__in=kinds).on(day).select_related("whom"):
        out[tie.who_id].setdefault(tie.kind, []).append(tie)
    return out


def current_term(committee_id: int, day: date | None = None) -> Term | None:
    """The term in which ``day`` falls."""
    day = day or today()
    return (
        Term.objects.filter(committee_id=committee_id, start__lte=day)
        .filter(Q(end__isnull=True) | Q(end__gte=day))
        .order_by("-number")
        .first()
    )


def guided_by(committee_id: int, day: date | None = None) -> QuerySet[Actor]:
    """Committees of the level below that this one guides (指导)."""
    ties = Tie.objects.filter(kind=K.GUIDES, who_id=committee_id).on(day or today())
    return Actor.objects.filter(kind=KIND.COMMITTEE, pk__in=ties.values("whom_id"))
