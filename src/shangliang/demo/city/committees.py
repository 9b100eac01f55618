"""A whole committee: its office, units, groups and members."""

import random
from datetime import date

from django.utils import timezone

from ...actors.models import Actor, Term
from ...rulebooks import presets
from ...rulebooks.models import Rulebook
from .bodies import (
    CITY,
    CITY_MEMBERS,
    COUNTY_MEMBERS,
    NATURE_BODIES,
    Body,
    K,
    T,
    actor,
    make_groups,
    make_office,
    make_sessions,
    make_units,
    tie,
)
from .names import Names
from .pen import Pen


def make_members(
    pen: Pen,
    body: Body,
    groups: dict[str, list[tuple[Actor, float]]],
    count: int,
    names: Names,
    rng: random.Random,
    term: Term,
) -> None:
    """Members with sector, committee, group and, for some, a party."""
    since = term.start
    for n in range(count):
        row = actor(
            pen,
            body.committee,
            K.PERSON,
            names.new(),
            code=f"{body.committee.pk}-{n + 1:03d}",
            sex=rng.choices("男女", (64, 36))[0],
            ethnicity=names.ethnicity(),
            birth_year=rng.randint(1962, 1992),
            workplace=names.workplace(body.place),
            post=names.post(),
            phone=names.phone(),
        )
        body.members.append(row)
        tie(pen, body, T.MEMBER, row, body.committee, since, "委员", term)
        for kind, share in (
            (K.SECTOR, 1.0),
            (K.SPECIAL_COMMITTEE, 0.8),
            (K.GROUP, 1.0),
            (K.PARTY, 0.3),
        ):
            if rng.random() < share:
                choice = rng.choices(*zip(*groups[kind], strict=True))[0]
                tie(pen, body, T(kind), row, choice, since, "", term)
        if n % 9 == 0:
            tie(pen, body, T.OFFICE, row, body.committee, since, "常委", term)
    pool = iter(
        rng.sample(body.members, min(len(body.members), 2 * sum(map(len, groups.values()))))
    )
    for kind in NATURE_BODIES:
        for unit, _ in groups[kind]:
            head, drafter = next(pool), next(pool)
            tie(
                pen,
                body,
                T.HEADS,
                head,
                unit,
                since,
                {"sector": "召集人", "special_committee": "主任"}.get(kind, "负责人"),
                term,
            )
            tie(pen, body, T.DRAFTS, drafter, unit, since, "执笔人", term)
            body.collectives.append((unit, head, drafter))


def make_committee(pen: Pen, place: str, names: Names, rng: random.Random, day: date) -> Body:
    """One committee, complete."""
    is_city = place == CITY
    committee = actor(
        pen, None, K.COMMITTEE, f"中国人民政治协商会议{place}委员会", short=f"政协{place}委员会"
    )
    preset = "national"
    title, content = presets.load(preset)
    rulebook = pen.new(
        Rulebook,
        committee=committee,
        version=1,
        name=f"{place}提案工作规程（{title}）",
        state="published",
        valid_from=date(2020, 1, 1),
        body=content,
        published_at=timezone.now(),
        updated_at=timezone.now(),
    )
    body = Body(committee, place, rulebook)
    term = make_sessions(pen, body, day)
    make_units(pen, body, is_city, names, term.start)
    make_office(pen, body, names, term.start)
    groups = make_groups(pen, body, is_city)
    make_members(pen, body, groups, CITY_MEMBERS if is_city else COUNTY_MEMBERS, names, rng, term)
    for rank, leader in enumerate(body.leaders[1:4]):
        for unit, _ in groups[K.SPECIAL_COMMITTEE][rank::3]:
            tie(pen, body, T.IN_CHARGE, leader, unit, term.start, "分管", term)
    return body
