"""Scenes of today: the demonstration accounts, and what waits for each, made by the real verbs."""

import random
from datetime import date

from ...accounts.models import User
from ...accounts.seats import seat_of
from ...actors.models import Actor, Tie
from ...submissions.actions.edit import edit
from ...submissions.actions.start import start
from ...submissions.models import CoSignature, Submission
from .bodies import Body
from .texts import corpus, voice

PASSWORD = "shangliang-demo"  # noqa: S105  demonstration accounts exist in demo mode only
SINCE = date(2023, 12, 1)


def account(username: str, person: Actor) -> None:
    """A demonstration sign-in for a person."""
    user = User(username=username, demo=True)
    user.set_password(PASSWORD)
    user.save()
    person.account = user
    person.save()


def extra(body: Body, name: str, kind: str, whom: Actor, title: str = "") -> Actor:
    """One more person with a post, for a role no simulated person holds."""
    person = Actor.objects.create(
        committee=body.committee, kind=Actor.Kind.PERSON, name=name, workplace=body.committee.name
    )
    Tie.objects.create(
        committee=body.committee, kind=kind, who=person, whom=whom, title=title, start=SINCE
    )
    return person


def play(city: Body, county: Body | None) -> None:
    """Accounts for every role; for the member a draft, an invitation and a rating that wait."""
    housing = city.units["zhujian"]
    member = busiest_member(city)
    party, head, drafter = next(c for c in city.collectives if c[0].kind == Actor.Kind.PARTY)
    account("weiyuan", member)
    account("chushen", city.clerks[0])
    account("fushen", city.seconds[0])
    account("ducha", city.supervisors[0])
    account("zhujian", city.staff[housing.pk])
    account("juzhang", extra(city, "示范局长", Tie.Kind.UNIT_HEAD, housing))
    account("caizheng", city.staff[city.units["caizheng"].pk])
    account("fuzhuxi", city.leaders[1])
    if drafter.account_id is None and drafter.pk != member.pk:
        account("zhibi", drafter)
    if head.account_id is None and head.pk != member.pk:
        account("shenqian", head)
    for name, label, kind in (
        ("xitong", "系统管理", Tie.Kind.ADMIN),
        ("anquan", "安全管理", Tie.Kind.SECURITY),
        ("shenji", "审计管理", Tie.Kind.AUDITOR),
    ):
        account(name, extra(city, f"示范{label}员", kind, city.committee))
    if county:
        account("xianchushen", county.clerks[0])
        account("xianweiyuan", county.members[0])
    write_today(city, member)


def busiest_member(city: Body) -> Actor:
    """A member whose answered proposal waits for a rating, else the first."""
    waiting = (
        Submission.objects.filter(
            committee=city.committee, state="replied", nature__in=["individual", "joint"]
        )
        .exclude(ratings__person_id__isnull=False)
        .select_related("author")
        .first()
    )
    return waiting.author if waiting else city.members[0]


def write_today(city: Body, member: Actor) -> None:
    """A draft of the member's own, and another member's draft that asks for the signature."""
    rng = random.Random(7)
    texts = [t for t in corpus() if not (t.weak or t.refuse or t.turn)]
    for author, text in ((member, texts[3]), (city.members[5], texts[11])):
        words = voice(text, city.place, rng, titled=False)
        seat = seat_of(author)
        case = start(seat)
        edit(
            seat,
            case.pk,
            fields={
                "title": words.title,
                "situation": words.say(text.situation),
                "analysis": words.say(text.analysis),
            },
            asks=[
                {"text": words.say(a.text), "addressee": city.units[a.unit].pk}
                for a in words.asks
                if a.unit in city.units
            ],
        )
        if author != member:
            CoSignature.objects.create(
                committee=city.committee,
                submission=case,
                person=member,
                role="co",
                state="invited",
                order=1,
            )
