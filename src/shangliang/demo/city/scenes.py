"""Scenes of today: the demonstration accounts, and what waits for each, made by the real verbs."""

import random
from datetime import date, timedelta
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from ...accounts.models import User
from ...accounts.seats import seat_of
from ...actors.models import Actor, Tie
from ...journal.models import Event
from ...notices.models import Notice
from ...procedures.clocks import running
from ...procedures.office_calendar import today
from ...submissions.actions.accept import accept
from ...submissions.actions.ask_extension import ask_extension
from ...submissions.actions.ask_return import ask_return
from ...submissions.actions.assign import assign
from ...submissions.actions.draft_reply import draft_reply
from ...submissions.actions.edit import edit
from ...submissions.actions.edit_reply import edit_reply
from ...submissions.actions.log_contact import log_contact
from ...submissions.actions.start import start
from ...submissions.actions.submit_reply import submit_reply
from ...submissions.models import Assignment, CoSignature, Submission
from .bodies import Body
from .drafting import notes
from .pen import dated_by_hand
from .texts import corpus, voice

PASSWORD = "shangliang-demo"  # noqa: S105  demonstration accounts exist in demo mode only
SINCE = date(2023, 12, 1)


@cache
def hashed() -> str:
    """The one password everybody knows, hashed once: hashing is slow on purpose."""
    return make_password(PASSWORD)


def account(username: str, person: Actor) -> None:
    """A demonstration sign-in for a person."""
    user = User(username=username, demo=True, password=hashed())
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
    room = Actor.objects.create(
        committee=city.committee, kind=Actor.Kind.ROOM, name="柳岸社区协商议事室"
    )
    account("zhaoji", extra(city, "示范召集人", Tie.Kind.CONVENOR, room))
    for name, label, kind in (
        ("zhuanwei", "专委工作", Tie.Kind.ORGANISER),
        ("xinxi", "信息编辑", Tie.Kind.EDITOR),
        ("xitong", "系统管理", Tie.Kind.ADMIN),
        ("anquan", "安全管理", Tie.Kind.SECURITY),
        ("shenji", "审计管理", Tie.Kind.AUDITOR),
    ):
        account(name, extra(city, f"示范{label}员", kind, city.committee))
    if county:
        account("xianchushen", county.clerks[0])
        account("xianweiyuan", county.members[0])
    write_today(city, member)
    wait_for_the_office(city)
    tell(city)


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


def wait_for_the_office(city: Body) -> None:
    """What units asked today: a return, an extension, two replies handed in for the check."""
    office, said = seat_of(city.supervisors[0]), notes()
    filed = Submission.objects.filter(committee=city.committee, state="filed").order_by("pk")
    for turn, case in enumerate(filed[:3]):
        choice = case.unit_choices.filter(layer="reviewed").select_related("unit").first()
        if choice is None:
            continue
        assign(office, case.pk, units=[(choice.unit_id, "sole")])
        row = case.assignments.get(unit_id=choice.unit_id)
        seat = seat_of(city.staff[row.unit_id])
        if turn == 0:
            better = next(u.pk for u in city.units.values() if u.pk != row.unit_id)
            ask_return(
                seat, row.pk, reason_code="not_ours", reason=said["return"][0], better_unit=better
            )
        else:
            accept(seat, row.pk)
            hand_in(city, row)
    late = Assignment.objects.filter(
        committee=city.committee,
        submission__state="handling",
        state="accepted",
        role__in=["sole", "lead"],
        replies__isnull=True,
    )
    for row in late.order_by("-assigned_at"):
        clock = running(row, "reply").filter(due_on__gte=today()).first()
        if clock:
            ask_extension(
                seat_of(city.staff[row.unit_id]),
                row.pk,
                reason=said["extension"][0],
                until=clock.due_on + timedelta(days=25),
            )
            break


def hand_in(city: Body, row: Assignment) -> None:
    """A reply with every ask answered, waiting for the supervising office's check."""
    seat = seat_of(city.staff[row.unit_id])
    if not row.contacts.exists():
        log_contact(seat, row.pk, phase="before", means="面商", note=notes()["contact_before"][0])
    reply = draft_reply(seat, row.pk)
    edit_reply(
        seat,
        reply.pk,
        fields={
            "grade": "A",
            "secrecy_checked": True,
            "doc_number": f"{row.unit.number_prefix}〔{today().year}〕{reply.pk}号",
        },
        answers=[
            {
                "ask": a.recommendation_id,
                "grade": "A",
                "text": "已采纳。我单位会同有关部门定了办法，明确责任科室，年内完成，进度按季度告知提案人。",
            }
            for a in reply.answers.all()
        ],
    )
    submit_reply(seat, reply.pk)


# What a person with an account was told lately: the event, to whom, and the sentence that matters.
TOLD = {
    "proposal.submit": ("clerk", "新来件：《{title}》", "/desk/review/?case={pk}"),
    "proposal.file": ("author", "已立案：{number}《{title}》", "/proposals/{pk}/"),
    "proposal.assign": ("staff", "交办：{number}《{title}》，请签收", "/proposals/{pk}/"),
    "reply.pass_check": ("author", "{number}已答复，请逐条看、逐条评", "/proposals/{pk}/"),
    "assignment.accept": ("author", "承办单位已签收：{number}", "/proposals/{pk}/"),
    "proposal.rehandle": ("staff", "重办：{number}《{title}》，请重新答复", "/proposals/{pk}/"),
}


def tell(city: Body) -> None:
    """Notices of the last weeks for the people who can sign in, newest first, a dozen each."""
    people = Actor.objects.filter(committee=city.committee, account__isnull=False)
    clerks = {c.pk for c in city.clerks}
    staff = {person.pk: unit for unit, person in city.staff.items()}
    for person in people:
        events = Event.objects.filter(
            committee=city.committee, verb__in=TOLD, at__gte=timezone.now() - timedelta(days=45)
        ).order_by("-seq")
        if person.pk in clerks:
            events = events.filter(verb="proposal.submit")
        elif person.pk in staff:
            events = events.filter(
                verb__in=["proposal.assign", "proposal.rehandle"],
                case_id__in=Submission.objects.filter(
                    committee=city.committee, assignments__unit_id=staff[person.pk]
                ).values("pk"),
            )
        else:
            events = events.filter(
                verb__in=[verb for verb, row in TOLD.items() if row[0] == "author"],
                case_id__in=Submission.objects.filter(
                    committee=city.committee, signatures__person=person
                ).values("pk"),
            )
        send(city, person, list(events[:12]))


def send(city: Body, person: Actor, events: list[Event]) -> None:
    """The rows; those older than five days have been read."""
    cases = Submission.objects.filter(committee=city.committee).in_bulk([e.case_id for e in events])
    for event in reversed(events):
        case = cases[event.case_id]
        _, words, url = TOLD[event.verb]
        notice = Notice(
            committee=city.committee,
            to=person,
            kind=event.verb,
            case_type="submission",
            case_id=case.pk,
            url=url.format(pk=case.pk),
            made_at=event.at,
            text=words.format(title=case.title, number=case.number_label)[:300],
            read_at=event.at if timezone.now() - event.at > timedelta(days=5) else None,
            digested_at=event.at,
        )
        with dated_by_hand(Notice):
            notice.save()
