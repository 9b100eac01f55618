"""组成要求 checked for a term: the rule, its source, how many there are, how many are missing.

Numbers of fewer than five people are not shown, nor what would give them away (catalogue E6).
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from ..actors.models import Actor, Term, Tie
from ..procedures.office_calendar import today
from ..voices.suppress import hide_small
from .models import CompositionRule
from .people import party_members

K = Tie.Kind
SMALL = 5
STANDING = ("常委", "主席", "副主席", "秘书长")
HIDDEN = f"少于 {SMALL}"
YOUNG = 45


@dataclass(frozen=True)
class Checked:
    """One rule held against the register. Words are ready to show, small numbers hidden."""

    rule: CompositionRule
    name: str
    ok: bool
    count: str
    missing: str
    unknown: str


@dataclass(frozen=True)
class Someone:
    """What the rules ask of one member."""

    sex: str
    ethnicity: str
    birth_year: int | None
    party: bool
    sectors: frozenset[int]


def people_of(term: Term) -> dict[str, dict[int, Someone]]:
    """scope -> people: of a past term on its last day, else today. Four questions."""
    day = min(term.end, today()) if term.end else max(today(), term.start)
    committee = term.committee_id
    party = party_members(committee, day)
    ties = Tie.objects.filter(committee_id=committee).on(day)
    sectors: dict[int, set[int]] = {}
    standing: set[int] = set()
    rows = ties.filter(kind__in=(K.SECTOR, K.OFFICE)).values_list(
        "who_id", "whom_id", "kind", "title"
    )
    for who, whom, kind, title in rows:
        if kind == K.SECTOR:
            sectors.setdefault(who, set()).add(whom)
        elif title in STANDING:
            standing.add(who)
    members = Actor.objects.filter(
        committee_id=committee, pk__in=ties.filter(kind=K.MEMBER).values("who_id")
    ).values_list("pk", "sex", "ethnicity", "birth_year")
    found = {
        pk: Someone(sex, ethnicity, born, pk in party, frozenset(sectors.get(pk, ())))
        for pk, sex, ethnicity, born in members
    }
    return {"members": found, "standing": {pk: p for pk, p in found.items() if pk in standing}}


def holds(measure: str, person: Someone, sector: int | None, year: int) -> bool | None:
    """Whether the person is one of those counted; None while the register says nothing."""
    if measure in ("party", "non_party"):
        return person.party == (measure == "party")
    if measure == "women":
        return person.sex.startswith("女") if person.sex else None
    if measure == "minority":
        return not person.ethnicity.startswith("汉") if person.ethnicity else None
    if measure == "young":
        return year - person.birth_year <= YOUNG if person.birth_year else None
    return sector in person.sectors


def shown(n: int, whole: int) -> str:
    """A count, or that it is small: the rest of a known whole would give it away as well."""
    if 0 < n < SMALL:
        return HIDDEN
    if 0 < whole - n < SMALL:
        return f"多于 {whole - SMALL}"
    return str(n)


def check(rule: CompositionRule, people: dict[int, Someone], year: int) -> Checked:
    """Count, hold against the rule, and say what is missing."""
    said = [holds(rule.measure, p, rule.sector_id, year) for p in people.values()]
    n, unknown, whole = said.count(True), said.count(None), len(said)
    value = rule.value * whole / 100 if rule.percent else rule.value
    least = rule.way == CompositionRule.Way.LEAST
    need = int(Decimal(value).to_integral_value(ROUND_CEILING if least else ROUND_FLOOR))
    short = max(need - n, 0) if least else max(n - need, 0)
    ok = whole > 0 and short == 0
    count = shown(n, whole)
    if short and count == str(n):
        missing = f"还差 {short} 人" if least else f"多出 {short} 人"
    else:
        missing = "" if not short else "还差几人" if least else "多出几人"
    share = (
        f"（{Decimal(n * 100 / whole):.1f}%）" if whole and rule.percent and count == str(n) else ""
    )
    name = f"{rule.sector}委员" if rule.sector else rule.get_measure_display()
    return Checked(
        rule, name, ok, f"{count}／{whole}{share}", missing,
        f"{shown(unknown, whole)} 人没有登记" if unknown else "",
    )  # fmt: skip


def checked(term: Term) -> list[Checked]:
    """Every rule of the term."""
    rules = list(
        CompositionRule.objects.filter(committee_id=term.committee_id, term=term).select_related(
            "sector"
        )
    )
    if not rules:
        return []
    people = people_of(term)
    year = today().year
    return [check(rule, people[rule.scope], year) for rule in rules]


def by_sector(term: Term) -> list[dict[str, Any]]:
    """Each sector's members, women and young ones; small groups hidden with what tells of them."""
    people = people_of(term)["members"]
    names = dict(
        Actor.objects.filter(committee_id=term.committee_id, kind=Actor.Kind.SECTOR)
        .order_by("stroke_key")
        .values_list("pk", "name")
    )
    year, ids, cells = today().year, [], []
    for pk in names:
        rows = [p for p in people.values() if pk in p.sectors]
        if not rows:
            continue
        ids.append(pk)
        line = []
        for measure in ("women", "young"):
            n = sum(holds(measure, p, None, year) is True for p in rows)
            line += [n, len(rows) - n]
        cells.append((len(rows), line))
    # Women beside men, young beside others: two tables whose rows add up to the known whole.
    women = hide_small([line[:2] for _, line in cells], SMALL)
    young = hide_small([line[2:] for _, line in cells], SMALL)
    return [
        {"name": names[pk], "all": whole, "women": w[0], "young": y[0]}
        for pk, (whole, _), w, y in zip(ids, cells, women, young, strict=True)
    ]
