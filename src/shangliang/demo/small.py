"""A small city for tests: one committee, five members, five units, a seat of every role.

Everything is made through the same tables the product uses; names are invented.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ..accounts.models import User
from ..accounts.seats import seat_of
from ..actors.models import Actor, Session, Term, Tie
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..rulebooks import presets
from ..rulebooks.models import Rulebook
from ..submissions.actions.accept import accept
from ..submissions.actions.assign import assign
from ..submissions.actions.draft_reply import draft_reply
from ..submissions.actions.edit import edit
from ..submissions.actions.edit_reply import edit_reply
from ..submissions.actions.file import file
from ..submissions.actions.log_contact import log_contact
from ..submissions.actions.pass_check import pass_check
from ..submissions.actions.pass_on import pass_on
from ..submissions.actions.review import review
from ..submissions.actions.start import start
from ..submissions.actions.submit import submit
from ..submissions.actions.submit_reply import submit_reply
from ..submissions.models import Assignment, Reply, Submission

PASSWORD = "chengzhou-2026"  # noqa: S105  tests only
K = Tie.Kind


@dataclass
class SmallCity:
    """Handles on what a test needs; ``seat("member")`` and so on give a fresh seat."""

    committee: Actor
    session: Session
    rulebook: Rulebook
    people: dict[str, Actor] = field(default_factory=dict)
    units: dict[str, Actor] = field(default_factory=dict)
    bodies: dict[str, Actor] = field(default_factory=dict)

    def seat(self, who: str) -> Seat:
        """The seat of a person by key: member, member2.., clerk, second, supervisor, leader,
        staff_<unit>, head_<unit>, drafter, approver, admin, security, auditor."""
        return seat_of(self.people[who])

    def account(self, who: str) -> User:
        """The sign-in of a person; the password is PASSWORD."""
        found = self.people[who].account
        assert found is not None
        return found

    def tie(self, who: str, kind: str, whom: Actor, title: str = "") -> Tie:
        return Tie.objects.create(
            committee=self.committee,
            kind=kind,
            who=self.people[who],
            whom=whom,
            title=title,
            start=date(2022, 1, 1),
        )

    # --- a proposal brought to a state by the real verbs -------------------------------------
    def draft(
        self, who: str = "member", title: str = "关于健全加装电梯后续管养机制的提案", asks: int = 2
    ) -> Submission:
        case = start(self.seat(who))
        units = list(self.units.values())
        return edit(
            self.seat(who),
            case.pk,
            fields={
                "title": title,
                "situation": "全市已装电梯三百余台，有十二台停用。",
                "analysis": "装时没有约定维保由谁出钱。",
            },
            asks=[
                {"text": f"请制定第{n + 1}项办法，年内印发。", "addressee": units[n % 2].pk}
                for n in range(asks)
            ],
            wished=[(units[0].pk, "lead")],
        )

    def submitted(self, who: str = "member", **kwargs: object) -> Submission:
        return submit(self.seat(who), self.draft(who, **kwargs).pk)  # type: ignore[arg-type]

    def filed(
        self,
        who: str = "member",
        units: tuple[tuple[str, str], ...] | None = None,
        **kwargs: object,
    ) -> Submission:
        case = self.submitted(who, **kwargs)
        chosen = units or (("housing", "lead"), ("finance", "co"))
        review(
            self.seat("clerk"),
            case.pk,
            class_code="society",
            opinion="拟立案。",
            units=[(self.units[u].pk, role) for u, role in chosen],
        )
        pass_on(self.seat("clerk"), case.pk)
        return file(self.seat("second"), case.pk)

    def assigned(self, **kwargs: object) -> Submission:
        return assign(self.seat("supervisor"), self.filed(**kwargs).pk)  # type: ignore[arg-type]

    def assignment(self, case: Submission, unit: str) -> Assignment:
        return Assignment.objects.get(
            committee_id=case.committee_id, submission=case, unit=self.units[unit]
        )

    def accepted(self, **kwargs: object) -> Submission:
        case = self.assigned(**kwargs)
        for unit, actor in self.units.items():
            row = Assignment.objects.filter(
                committee_id=case.committee_id, submission=case, unit=actor
            ).first()
            if row:
                accept(self.seat(f"staff_{unit}"), row.pk)
        return case

    def reply(self, case: Submission, unit: str = "housing", grades: str = "AB") -> Reply:
        """A lead's reply with every ask answered, ready to be sent."""
        seat = self.seat(f"staff_{unit}")
        row = self.assignment(case, unit)
        log_contact(seat, row.pk, phase="before", means="面商", note="当面听取意见。")
        reply = draft_reply(seat, row.pk)
        return edit_reply(
            seat,
            reply.pk,
            fields={
                "grade": grades[-1],
                "secrecy_checked": True,
                "doc_number": "澄建函〔2026〕41号",
            },
            answers=[
                {
                    "ask": a.recommendation_id,
                    "text": f"第{n + 1}条已办。",
                    "grade": grades[n % len(grades)],
                    "promise": "印发办法" if grades[n % len(grades)] == "B" else "",
                    "promise_due": today() + timedelta(days=60)
                    if grades[n % len(grades)] == "B"
                    else None,
                }
                for n, a in enumerate(reply.answers.all())
            ],
        )

    def replied(self, **kwargs: object) -> Submission:
        """Sole unit, reply checked and delivered."""
        case = self.accepted(units=(("housing", "lead"),), **kwargs)
        reply = self.reply(case)
        submit_reply(self.seat("staff_housing"), reply.pk)
        pass_check(self.seat("supervisor"), reply.pk)
        return Submission.objects.get(pk=case.pk, committee_id=case.committee_id)


def build_small_city(name: str = "澄州市", prefix: str = "") -> SmallCity:
    """The committee, its people and units, a published rulebook and an open session."""
    committee = Actor.objects.create(
        kind=Actor.Kind.COMMITTEE,
        name=f"中国人民政治协商会议{name}委员会",
        short=f"政协{name}委员会",
    )
    title, body = presets.load("national")
    rulebook = Rulebook.objects.create(
        committee=committee,
        version=1,
        name=title,
        state="published",
        valid_from=date(2020, 1, 1),
        body=body,
        published_at=timezone.now(),
    )
    day = today()
    term = Term.objects.create(committee=committee, number=15, start=date(day.year - 1, 1, 1))
    session = Session.objects.create(
        committee=committee,
        term=term,
        number=2,
        year=day.year,
        opens=day + timedelta(days=20),
        closes=day + timedelta(days=24),
        window_opens=day - timedelta(days=60),
        cutoff_at=timezone.make_aware(datetime.combine(day + timedelta(days=21), time(20))),
    )
    city = SmallCity(committee, session, rulebook)
    for key, short, full in (
        ("housing", "市住建局", "住房和城乡建设局"),
        ("finance", "市财政局", "财政局"),
        ("market", "市市场监管局", "市场监督管理局"),
        ("civil", "市民政局", "民政局"),
        ("education", "市教育局", "教育局"),
    ):
        city.units[key] = Actor.objects.create(
            committee=committee,
            kind=Actor.Kind.UNIT,
            name=f"{name}{full}",
            short=short,
            number_prefix="澄建函",
        )
    city.bodies["sector"] = Actor.objects.create(
        committee=committee, kind=Actor.Kind.SECTOR, name="经济界"
    )
    city.bodies["party"] = Actor.objects.create(
        committee=committee, kind=Actor.Kind.PARTY, name=f"民主党派{name}委员会"
    )
    city.bodies["room"] = Actor.objects.create(
        committee=committee, kind=Actor.Kind.ROOM, name="柳岸社区协商议事室"
    )
    people = {
        "member": "林一舟",
        "member2": "苏晚禾",
        "member3": "韩青屿",
        "member4": "欧阳䶮",
        "member5": "顾小满",
        "clerk": "程录之",
        "second": "方审言",
        "supervisor": "督明远",
        "leader": "梁在望",
        "drafter": "文执笔",
        "approver": "章可签",
        "organiser": "专办事",
        "editor": "信编之",
        "convenor": "召集芳",
        "admin": "管系统",
        "security": "安守则",
        "auditor": "计审白",
    }
    people |= {f"staff_{u}": f"承办{n}" for n, u in enumerate(city.units, 1)}
    people["head_housing"] = "局长甲"
    for key, label in people.items():
        account = User(username=f"{prefix}{key}", demo=True)
        account.set_password(PASSWORD)
        account.save()
        city.people[key] = Actor.objects.create(
            committee=committee,
            kind=Actor.Kind.PERSON,
            name=label,
            account=account,
            workplace="澄州示例单位",
            phone="0000-1234567",
        )
    for n in ("member", "member2", "member3", "member4", "member5"):
        city.tie(n, K.MEMBER, committee)
        city.tie(n, K.SECTOR, city.bodies["sector"])
    city.tie("clerk", K.CLERK, committee, "初审")
    city.tie("second", K.CLERK, committee, "复审")
    city.tie("supervisor", K.SUPERVISOR, committee, "市政府督查室")
    city.tie("leader", K.OFFICE, committee, "副主席")
    city.tie("drafter", K.DRAFTS, city.bodies["party"])
    city.tie("approver", K.HEADS, city.bodies["party"])
    city.tie("organiser", K.ORGANISER, committee)
    city.tie("editor", K.EDITOR, committee)
    city.tie("convenor", K.CONVENOR, city.bodies["room"])
    for role in ("admin", "security", "auditor"):
        city.tie(role, Tie.Kind(role), committee)
    for key, unit in city.units.items():
        city.tie(f"staff_{key}", K.UNIT_STAFF, unit)
    city.tie("head_housing", K.UNIT_HEAD, city.units["housing"])
    return city
