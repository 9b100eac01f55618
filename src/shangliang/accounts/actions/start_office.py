"""开办: a committee on an empty installation, with the first people who may open its doors.

Before it nobody has a role, so nobody could grant one. It is done at the machine itself, by whoever
runs the installation; everything it makes is made by the verbs that make it later too, and its
events name no person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from ...actors.actions.bind import bind
from ...actors.actions.enter_person import enter_person
from ...actors.actions.open_session import open_session
from ...actors.actions.open_term import open_term
from ...actors.actions.preset import adopt_sectors, national_sectors
from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...rulebooks.actions.draft_rulebook import draft_rulebook
from ...rulebooks.actions.publish_rulebook import publish_rulebook
from ..models import User
from .make_account import make_account

K = Tie.Kind


@dataclass(frozen=True)
class First:
    """One of the first people: the name, the tie that makes the role, the name to sign in with."""

    name: str
    kind: str
    title: str = ""
    login: str = ""


@dataclass(frozen=True)
class Plan:
    """What an office is opened with. ``preset``: a key of ``rulebooks.presets``."""

    name: str
    short: str
    people: Sequence[First]
    preset: str
    term: int
    term_start: date
    session: int
    opens: date
    closes: date
    window_opens: date
    cutoff_at: datetime
    guided_by: str = ""
    sectors: bool = True


@dataclass(frozen=True)
class Opened:
    """One account and its one-time password, to be handed over on paper."""

    name: str
    role: str
    login: str
    secret: str


@act("office.start", "开办")
def open_doors(seat: Seat) -> Done:
    """The first event of a committee's chain."""
    if seat.signed_in:
        raise refuse("开办只在服务器上办，不在网页上办。", "who")
    committee = Actor.objects.get(pk=seat.committee_id, kind=Actor.Kind.COMMITTEE)
    return Done(case=committee, detail={"from": today()})


def founder(committee: Actor) -> Seat:
    """The seat of nobody: only for the minute before the first roles exist."""
    return Seat(committee_id=committee.pk, roles=frozenset({Role.CLERK, Role.ADMIN, Role.SECURITY}))


def free_login(person: Actor, asked: str) -> str:
    """The asked name, or the pinyin of the person's own name; numbered where it is taken."""
    base = asked or person.pinyin.replace(" ", "") or "user"
    login, n = base, 1
    while not asked and User.objects.filter(username__iexact=login).exists():
        n += 1
        login = f"{base}{n}"
    return login


def check(plan: Plan) -> None:
    """Refuse what the verbs below would not see."""
    names = [first.name for first in plan.people]
    if twice := {name for name in names if names.count(name) > 1}:
        raise refuse(
            f"{'、'.join(sorted(twice))}写了两次。系统、安全、审计三类管理员和提案委工作人员须由不同的人担任。"
        )
    if Actor.objects.filter(kind=Actor.Kind.COMMITTEE, name=plan.name).exists():
        raise refuse(f"{plan.name}已经开办过了。")


@transaction.atomic
def start_office(plan: Plan) -> tuple[Actor, list[Opened]]:
    """All of it or nothing. Raises :class:`Refused` with the words of the verb that said no."""
    check(plan)
    committee = Actor(kind=Actor.Kind.COMMITTEE, name=plan.name, short=plan.short)
    committee.save()
    seat = founder(committee)
    open_doors(seat)
    draft = draft_rulebook(seat, preset=plan.preset)
    publish_rulebook(seat, draft.pk, valid_from=today())
    term = open_term(seat, number=plan.term, start=plan.term_start)
    open_session(
        seat,
        term=term.pk,
        number=plan.session,
        opens=plan.opens,
        closes=plan.closes,
        window_opens=plan.window_opens,
        cutoff_at=plan.cutoff_at,
        year=plan.opens.year,
    )
    if plan.sectors:
        adopt_sectors(seat, names=[name for name, _ in national_sectors()])
    opened = [let_in(seat, committee, first) for first in plan.people]
    if plan.guided_by:
        guide(plan.guided_by, committee)
    return committee, opened


def let_in(seat: Seat, committee: Actor, first: First) -> Opened:
    """Enter the person, open the account, grant the role."""
    person = enter_person(seat, name=first.name)
    account, secret = make_account(seat, person=person.pk, username=free_login(person, first.login))
    bind(
        seat,
        kind=first.kind,
        who=person.pk,
        whom=committee.pk,
        title=first.title,
        basis="开办时授予",
    )
    role = f"{K(first.kind).label}{f'（{first.title}）' if first.title else ''}"
    return Opened(person.name, role, account.username, secret)


def guide(upper: str, committee: Actor) -> None:
    """The committee of the level above guides this one; it gets no right over it."""
    above = Actor.objects.filter(kind=Actor.Kind.COMMITTEE, name=upper).first()
    if above is None:
        raise refuse(f"没有找到上级政协“{upper}”，请写全称。")
    bind(founder(above), kind=K.GUIDES, who=above.pk, whom=committee.pk, basis="开办时登记")
