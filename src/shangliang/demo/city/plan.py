"""What a proposal is going to be, before its life is written: who, which words, when, which fate."""

import itertools
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ...actors.models import Actor, Session
from .bodies import NATURE_BODIES, Body
from .texts import Text, Voice, corpus, voice

DISTRICTS = ("老城片区", "高新片区", "北岸新区", "临港片区", "南湖片区")
# Shares of outcomes of review and of natures, near those of published yearly reports.
FATES = {"filed": 86, "merged": 5, "to_report": 4, "not_filed": 2, "to_letter": 1, "withdrawn": 1}
NATURES = {"individual": 62, "joint": 24, "collective": 14}


@dataclass
class Plan:
    """One proposal to be."""

    voice: Voice
    session: Session
    nature: str
    author: Actor
    drafter: Actor | None
    approver: Actor | None
    cosigners: list[Actor]
    submitted: datetime
    decided: datetime
    fate: str
    plenary: bool
    serial: int = 0
    number: int = 0
    class_number: int = 0
    flags: dict[str, bool] = field(default_factory=dict)


def at(day: date, rng: random.Random) -> datetime:
    """A moment in office hours of that day."""
    return timezone.make_aware(
        datetime.combine(day, time(rng.randint(8, 17), rng.randint(0, 59), rng.randint(0, 59)))
    )


def days_after(moment: datetime, low: float, high: float, rng: random.Random) -> datetime:
    """Some days later, in office hours; never before the moment itself."""
    later = at(timezone.localdate(moment + timedelta(days=rng.uniform(low, high))), rng)
    return max(later, moment + timedelta(minutes=rng.randint(7, 90)))


def pick_author(body: Body, rng: random.Random) -> tuple[str, Actor, Actor | None, Actor | None]:
    """(nature, author, drafter, approver)."""
    nature = rng.choices(list(NATURES), list(NATURES.values()))[0]
    if nature != "collective":
        return nature, rng.choice(body.members), None, None
    unit, head, drafter = rng.choice(body.collectives)
    return NATURE_BODIES[Actor.Kind(unit.kind)], unit, drafter, head


def fate_of(text: Text, rng: random.Random) -> str:
    """Texts written to be refused or turned go that way; the rest by the shares."""
    if text.refuse:
        return "not_filed"
    if text.turn:
        return "to_report"
    if text.weak:
        return rng.choice(("returned", "to_letter", "not_filed"))
    return rng.choices(list(FATES), list(FATES.values()))[0]


def voices(body: Body, count: int, rng: random.Random) -> list[Voice]:
    """Words for ``count`` proposals: each text in turn, its place named when it comes again; when
    every place has spoken, its parts are counted on, so that any number can be made to measure."""
    is_city = body.place.endswith("市")
    level = "city" if is_city else "county"
    fit = [t for t in corpus() if t.level in ("both", level)]
    found: list[Voice] = []
    places = [body.place]
    if is_city:
        from .bodies import COUNTIES

        places += [*COUNTIES, *DISTRICTS]
    else:
        places += [f"{body.place}{n}" for n in ("城关片", "东片", "西片", "南片", "北片")]
    for turn in itertools.count():
        place, part = places[turn % len(places)], turn // len(places)
        place = f"{place}第{part + 1}网格" if part else place
        order = fit[:]
        rng.shuffle(order)
        for text in order:
            if len(found) == count:
                return found
            if turn and (text.weak or text.refuse):
                continue
            found.append(voice(text, place, rng, titled=turn > 0))
    return found


def submitted_on(session: Session, plenary: bool, day: date, rng: random.Random) -> date:
    """Most plenary proposals come within two days of the cut-off (docs/field.md 12)."""
    cutoff = timezone.localdate(session.cutoff_at)
    if plenary:
        early = rng.random() < 0.4
        back = rng.randint(3, 60) if early else rng.randint(0, 2)
        return cutoff - timedelta(days=back)
    last = min(date(session.year, 10, 12), day)
    span = max((last - session.closes).days, 1)
    return session.closes + timedelta(days=rng.randint(1, span))


def plans(body: Body, session: Session, count: int, day: date, rng: random.Random) -> list[Plan]:
    """All plans of one session, numbered in the order of their days."""
    made = []
    for words in voices(body, count, rng):
        plenary = rng.random() < 0.82
        nature, author, drafter, approver = pick_author(body, rng)
        moment = at(submitted_on(session, plenary, day, rng), rng)
        others = rng.sample([m for m in body.members if m is not author], rng.randint(1, 4))
        made.append(
            Plan(
                words,
                session,
                nature,
                author,
                drafter,
                approver,
                others if nature == "joint" else [],
                moment,
                days_after(moment, 2, 9, rng),
                fate_of(words.text, rng),
                plenary,
            )
        )
    number(made)
    return made


def number(made: list[Plan]) -> None:
    """Serials follow the days of submission, numbers those of filing, without a gap."""
    for serial, plan in enumerate(sorted(made, key=lambda p: p.submitted), 1):
        plan.serial = serial
    classes: dict[str, int] = {}
    filed = [p for p in made if p.fate in ("filed", "withdrawn")]
    for count, plan in enumerate(sorted(filed, key=lambda p: p.decided), 1):
        code = plan.voice.text.class_code
        classes[code] = classes.get(code, 0) + 1
        plan.number, plan.class_number = count, classes[code]
