"""Building the city: bodies first, then lives session by session, then scenes of today."""

import random
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from ...actors.models import Actor, Session, Term, Tie
from ...journal.after import untold
from ...procedures.models import Series
from ...procedures.office_calendar import today
from ...rulebooks.models import Rulebook
from ...submissions import models as sub
from ...tasks.models import Effect, Progress, Task
from .aftermath import list_keys
from .bodies import CITY, COUNTIES
from .committees import make_committee
from .drafting import Desk, notes
from .handling import Handling
from .indexed import index
from .life import Life
from .names import Names
from .pen import Pen
from .plan import Plan, number, plans
from .rooms import fill
from .scenes import play

SEED = 20260115
# Proposals a session: (a past session, the one being collected now).
SIZES = {"city": (380, 64), "county": (72, 10)}
ORDER = (
    Actor,
    Rulebook,
    Term,
    Tie,
    Session,
    sub.Submission,
    sub.MergeGroup,
    sub.Recommendation,
    sub.CoSignature,
    sub.UnitChoice,
    sub.Review,
    sub.Assignment,
    sub.ReturnRequest,
    sub.Contact,
    sub.Reply,
    sub.Answer,
    sub.Rating,
    Task,
    Progress,
    Effect,
)
Say = Callable[[str], object]


def build(scale: int = 0, say: Say = print, seed: int = SEED, counties: int = 10) -> None:
    """Fill an empty database. ``scale``: that many proposals more in the city, for measuring.

    Deterministic for one seed and one day.
    """
    rng, day = random.Random(seed), today()
    pen, names = Pen(), Names(random.Random(seed + 1))
    bodies = [make_committee(pen, place, names, rng, day) for place in (CITY, *COUNTIES[:counties])]
    for body in bodies[1:]:
        pen.new(
            Tie,
            committee=bodies[0].committee,
            kind=Tie.Kind.GUIDES,
            who=bodies[0].committee,
            whom=body.committee,
            start=body.sessions[0].opens,
            basis="章程：上级政协对下级政协的关系是指导关系",
        )
    said = notes()
    for body in bodies:
        desk = Desk(pen, body, timezone.now() - timedelta(minutes=20), rng, said)
        past, coming = SIZES["city" if body is bodies[0] else "county"]
        for session in body.sessions:
            is_coming = session is body.sessions[-1]
            if session.window_opens > day:
                continue
            count = coming if is_coming else past
            if scale and body is bodies[0] and not is_coming:
                count += scale // 3
            live(desk, session, count)
    say(f"写入 {sum(map(len, pen.rows.values())):,} 行、{len(pen.events):,} 条事件…")
    pen.write(ORDER)
    with untold():
        play(bodies[0], bodies[1] if len(bodies) > 1 else None)
        fill(bodies[0], bodies[1:])
    index(bodies)


def live(desk: Desk, session: Session, count: int) -> None:
    """Every life of one session, in order of decision, so that mergers find their leads."""
    made = plans(desk.body, session, count, today(), desk.rng)
    if session is desk.body.sessions[-1]:
        bring_near(desk, made)
    handlings = []
    for plan in sorted(made, key=lambda p: p.decided):
        life = Life(desk, plan)
        life.live()
        if life.case.filed_at:
            handlings.append(Handling(life))
    key_count = 10 if count > 100 else 4
    list_keys([h for h in handlings if h.case.number and h.case.number % 7 == 3], key_count)
    keep_series(desk, session, made)


def bring_near(desk: Desk, made: list[Plan]) -> None:
    """The coming session's proposals come in over the last weeks, so the queue has work today."""
    for n, plan in enumerate(sorted(made, key=lambda p: p.submitted)):
        share = 1 - n / max(len(made), 1)
        back = timedelta(days=38 * share**2.2, hours=1 + desk.rng.random() * 6)
        plan.submitted = desk.now - back
        gap = timedelta(days=desk.rng.uniform(2, 12))
        plan.decided = plan.submitted + gap
        plan.plenary = plan.submitted.date() >= plan.session.window_opens
    number(made)


def keep_series(desk: Desk, session: Session, made: list[Plan]) -> None:
    """Where the counters stand: the last number really given."""
    given = [p for p in made if p.submitted <= desk.now]
    filed = [p for p in given if p.number and p.decided <= desk.now]
    counts = {
        f"proposal:serial:{session.pk}": max((p.serial for p in given), default=0),
        f"proposal:number:{session.pk}": max((p.number for p in filed), default=0),
    }
    for plan in filed:
        key = f"proposal:class:{session.pk}:{plan.voice.text.class_code}"
        counts[key] = max(counts.get(key, 0), plan.class_number)
    for key, last in counts.items():
        if last:
            desk.pen.new(Series, committee=desk.body.committee, key=key, last=last)
