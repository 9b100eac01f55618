"""Committees, terms, sessions, units, sectors and people of the city and its counties."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ...actors.models import Actor, Alias, Session, Term, Tie
from ...actors.naming import keys_of
from ...rulebooks.models import Rulebook
from .names import Names
from .pen import Pen
from .texts import load

CITY = "澄州市"
COUNTIES = (
    "一江区",
    "二桥区",
    "三塘区",
    "四泉县",
    "五峰县",
    "六合里县",
    "七星湖区",
    "八渡县",
    "九岭县",
    "十里铺区",
)
CITY_MEMBERS, COUNTY_MEMBERS = 400, 220
K, T = Actor.Kind, Tie.Kind
NATURE_BODIES = {
    K.PARTY: "party",
    K.ORGANISATION: "organisation",
    K.SPECIAL_COMMITTEE: "special_committee",
    K.SECTOR: "sector",
}


@dataclass
class Body:
    """One committee with everything the lives of its proposals need."""

    committee: Actor
    place: str
    rulebook: Rulebook
    sessions: list[Session] = field(default_factory=list)
    members: list[Actor] = field(default_factory=list)
    units: dict[str, Actor] = field(default_factory=dict)
    staff: dict[int, Actor] = field(default_factory=dict)  # unit id -> its contact
    collectives: list[tuple[Actor, Actor, Actor]] = field(default_factory=list)
    clerks: list[Actor] = field(default_factory=list)
    seconds: list[Actor] = field(default_factory=list)
    supervisors: list[Actor] = field(default_factory=list)
    leaders: list[Actor] = field(default_factory=list)


def actor(pen: Pen, committee: Actor | None, kind: str, name: str, **more: object) -> Actor:
    """An actor with its sort keys, since bulk writing does not call save()."""
    stroke, pinyin, initials = keys_of(name)
    return pen.new(
        Actor,
        committee=committee,
        kind=kind,
        name=name,
        stroke_key=stroke,
        pinyin=pinyin,
        initials=initials,
        **more,
    )


def tie(
    pen: Pen,
    body: Body,
    kind: str,
    who: Actor,
    whom: Actor,
    since: date,
    title: str = "",
    term: Term | None = None,
    rank: int = 0,
) -> Tie:
    """A tie in force since a day."""
    return pen.new(
        Tie,
        committee=body.committee,
        kind=kind,
        who=who,
        whom=whom,
        start=since,
        title=title,
        term=term,
        rank=rank,
        basis="",
    )


def session_years(day: date) -> list[int]:
    """Years of the last three plenaries held in January, and of the next one."""
    last = day.year if day >= date(day.year, 1, 20) else day.year - 1
    return [last - 2, last - 1, last, last + 1]


def make_sessions(pen: Pen, body: Body, day: date) -> Term:
    """One term with its sessions; the next one's window opens three months before it."""
    years = session_years(day)
    term = pen.new(Term, committee=body.committee, number=15, start=date(years[0] - 1, 12, 1))
    for number, year in enumerate(years, 1):
        opens = date(year, 1, 13)
        cutoff = datetime.combine(opens + timedelta(days=1), time(20))
        body.sessions.append(
            pen.new(
                Session,
                committee=body.committee,
                term=term,
                number=number,
                year=year,
                opens=opens,
                closes=opens + timedelta(days=4),
                window_opens=date(year - 1, 10, 13),
                cutoff_at=timezone.make_aware(cutoff),
            )
        )
    return term


def make_units(pen: Pen, body: Body, is_city: bool, names: Names, since: date) -> None:
    """Handling units with aliases, systems, and one contact each."""
    systems: dict[str, Actor] = {}
    for row in load("units")["unit"]:
        if is_city:
            name, short = row["name"], row["short"]
        elif row.get("county_name"):
            name = row["county_name"].replace("{place}", body.place)
            short = row["county_short"].replace("{p}", body.place[-1])
        else:
            continue
        system = row["system"]
        if system not in systems:
            systems[system] = actor(pen, body.committee, K.SYSTEM, system)
        unit = actor(
            pen,
            body.committee,
            K.UNIT,
            name,
            short=short,
            code=row["key"],
            duties=row.get("duties", ""),
            letter_mark=name,
            number_prefix=("澄" if is_city else body.place[0]) + short[1:3] + "函",
        )
        body.units[row["key"]] = unit
        tie(pen, body, T.SYSTEM, unit, systems[system], since)
        for alias in row.get("aliases", ()):
            said = (
                alias if is_city else alias.replace(CITY, body.place).replace("市", body.place[-1])
            )
            if said not in (name, short):
                pen.new(Alias, committee=body.committee, actor=unit, name=said)
        person = actor(
            pen,
            body.committee,
            K.PERSON,
            names.new(),
            workplace=name,
            post="办公室主任",
            phone=names.phone(),
        )
        tie(pen, body, T.UNIT_STAFF, person, unit, since)
        body.staff[unit.pk] = person


def make_office(pen: Pen, body: Body, names: Names, since: date) -> None:
    """The proposal committee's office, the supervising office, the leaders."""

    def person(post: str) -> Actor:
        return actor(
            pen,
            body.committee,
            K.PERSON,
            names.new(),
            post=post,
            workplace=body.committee.name,
            phone=names.phone(),
        )

    for title, group in (("初审", body.clerks), ("初审", body.clerks), ("复审", body.seconds)):
        row = person("提案委员会办公室干部")
        tie(pen, body, T.CLERK, row, body.committee, since, title)
        group.append(row)
    for title in ("市政府督查室", "市委督查室"):
        row = person("督查员")
        tie(pen, body, T.SUPERVISOR, row, body.committee, since, title)
        body.supervisors.append(row)
    for rank, title in enumerate(("主席", "副主席", "副主席", "副主席", "秘书长")):
        row = person(title)
        tie(pen, body, T.OFFICE, row, body.committee, since, title, rank=rank)
        body.leaders.append(row)


def make_groups(pen: Pen, body: Body, is_city: bool) -> dict[str, list[tuple[Actor, float]]]:
    """Sectors, special committees, parties, organisations, groups; name -> weight."""
    data = load("sectors")
    made: dict[str, list[tuple[Actor, float]]] = {}
    level = "city" if is_city else "county"
    rows: list[tuple[str, str, str, float]] = [
        (K.SECTOR, r["name"], r.get("short", ""), float(r.get("weight", 1)))
        for r in data["sector"]
        if is_city or r.get("county")
    ]
    rows += [
        (K.SPECIAL_COMMITTEE, r["name"], r.get("short", ""), 1.0)
        for r in data["committee"]
        if is_city or r.get("county")
    ]
    rows += [
        (K.PARTY, r[f"{level}_body"], r.get("short", ""), 1.0)
        for r in data["party"]
        if r.get(f"{level}_body")
    ]
    rows += [
        (K.ORGANISATION, r["name"], r.get("short", ""), 1.0)
        for r in data["organisation"][: None if is_city else 4]
    ]
    rows += [(K.GROUP, name, "", 1.0) for name in data["groups"][level]]
    for kind, name, short, weight in rows:
        unit = actor(pen, body.committee, kind, name.replace("{place}", body.place), short=short)
        made.setdefault(kind, []).append((unit, weight))
    return made
