"""A proposal's life, verb by verb in time order, stopping at now. Same tables, same events."""

import random
from dataclasses import dataclass
from datetime import datetime

from ...actors.models import Actor
from ...submissions.models import (
    CoSignature,
    MergeGroup,
    Recommendation,
    Review,
    Submission,
    UnitChoice,
)
from .bodies import Body
from .handling import Handling
from .pen import Pen
from .plan import Plan, days_after
from .texts import load


@dataclass
class Desk:
    """What every life on one committee's desk shares."""

    pen: Pen
    body: Body
    now: datetime
    rng: random.Random
    notes: dict[str, list[str]]


def notes() -> dict[str, list[str]]:
    """Short hand-written notes by use; those that name a unit, an ask or a day are left out."""
    data = load("contact_notes")
    found = {
        "review": data["review"]["comments"],
        "return": [row["text"] for row in data["return_reason"]["reasons"]],
        "extension": data["extension"]["reasons"],
        "opinion_satisfied": data["opinion"]["satisfied"],
        "opinion_basically": data["opinion"]["basically"],
        "opinion_not": data["opinion"]["not_satisfied"],
        "supervision": data["supervision"]["notes"],
        "effect": data["verification"]["notes"],
    }
    for phase, label in (("before", "办前"), ("during", "办中"), ("after", "办后")):
        found[f"contact_{phase}"] = [r["text"] for r in data["contact"] if r["stage"] == label]
    return {use: [text for text in texts if "{" not in text] for use, texts in found.items()}


class Life:
    """Writes one proposal from its draft on."""

    def __init__(self, desk: Desk, plan: Plan) -> None:
        self.desk, self.plan, self.pen, self.rng = desk, plan, desk.pen, desk.rng
        self.body, self.now = desk.body, desk.now
        self.case: Submission

    def live(self) -> Submission:
        """The whole life, as far as it has come."""
        self.draft()
        if self.plan.submitted > self.now:
            return self.case
        self.submit()
        if self.between(self.plan.submitted, self.plan.decided, 0.4) > self.now:
            return self.case
        self.decide()
        return self.case

    def say(
        self, at: datetime, who: Actor | None, verb: str, about: object = None, **detail: object
    ) -> None:
        self.pen.event(at, who.pk if who else None, verb, self.case, about, **detail)  # type: ignore[arg-type]

    @property
    def writer(self) -> Actor:
        return self.plan.drafter or self.plan.author

    def draft(self) -> None:
        """Draft with asks, wishes and signatures."""
        plan, voice = self.plan, self.plan.voice
        begun = days_after(plan.submitted, -9, -3, self.rng)
        begun = min(begun, plan.submitted, self.now)
        self.case = self.pen.new(
            Submission,
            committee=self.body.committee,
            rulebook=self.body.rulebook,
            session=plan.session,
            nature=plan.nature,
            author=plan.author,
            drafter=plan.drafter,
            title=voice.title,
            situation=voice.say(voice.text.situation),
            analysis=voice.say(voice.text.analysis),
            revision=self.rng.randint(2, 14),
            consent_public=self.rng.random() < 0.9,
            may_second=self.rng.random() < 0.8,
            created_at=begun,
            saved_at=begun,
            state="draft",
        )
        case = self.case
        if not case.consent_public:
            case.consent_reason = self.rng.choice(
                ("涉及企业经营数据", "所述个案尚在处理", "希望先内部沟通")
            )
        self.say(
            begun, self.writer, "proposal.start", nature=plan.nature, rulebook=self.body.rulebook.pk
        )
        for order, ask in enumerate(voice.asks, 1):
            unit = self.body.units.get(ask.unit)
            self.pen.new(
                Recommendation,
                committee=self.body.committee,
                submission=case,
                order=order,
                text=voice.say(ask.text),
                addressee=unit,
            )
        case.asks_count = len(voice.asks)
        self.say(begun, self.writer, "proposal.edit", **{"from": "draft", "to": "draft"})
        for unit in self.wished()[:2]:
            self.pen.new(
                UnitChoice,
                committee=self.body.committee,
                submission=case,
                layer="wished",
                role="lead" if unit == self.wished()[0] else "co",
                unit=unit,
            )
        if plan.drafter is None:
            self.pen.new(
                CoSignature,
                committee=self.body.committee,
                submission=case,
                person=plan.author,
                role="first",
                state="signed",
                answered_at=begun,
            )
        self.cosign(begun)
        names = 1 + len(plan.cosigners)
        case.proposer_names = (
            str(plan.author) if names == 1 or plan.drafter else f"{plan.author.name}等{names}人"
        )

    def cosign(self, begun: datetime) -> None:
        """Invitations and signatures before submission."""
        for order, person in enumerate(self.plan.cosigners, 1):
            asked = days_after(begun, 0, 1, self.rng)
            signed = min(days_after(asked, 0, 2, self.rng), self.plan.submitted)
            asked = min(asked, signed)
            if signed > self.now:
                signed = asked = self.now
            row = self.pen.new(
                CoSignature,
                committee=self.body.committee,
                submission=self.case,
                person=person,
                role="co",
                state="signed",
                order=order,
                invited_at=asked,
                answered_at=signed,
            )
            self.say(
                asked, self.writer, "proposal.invite", about=row, **{"from": "draft", "to": "draft"}
            )
            self.say(signed, person, "proposal.sign", about=row, **{"from": "draft", "to": "draft"})

    def wished(self) -> list[Actor]:
        """Addressees of the asks, the commonest first."""
        units = [self.body.units[a.unit] for a in self.plan.voice.asks if a.unit in self.body.units]
        return sorted(set(units), key=lambda u: (-units.count(u), u.pk)) or [
            next(iter(self.body.units.values()))
        ]

    def submit(self) -> None:
        """提交, or 送审签 and 审签 for a body."""
        case, plan, at = self.case, self.plan, self.plan.submitted
        if plan.drafter and plan.approver:
            sent = min(days_after(at, -2, -1, self.rng), at)
            self.say(
                sent,
                plan.drafter,
                "proposal.send_for_approval",
                **{"from": "draft", "to": "approving"},
            )
            self.say(
                at,
                plan.approver,
                "proposal.approve",
                **{"from": "approving", "to": "submitted", "serial": plan.serial},
            )
            case.approver = plan.approver
        else:
            self.say(
                at,
                self.writer,
                "proposal.submit",
                **{"from": "draft", "to": "submitted", "serial": plan.serial},
            )
        case.state, case.serial, case.submitted_at = "submitted", plan.serial, at
        case.window = "plenary" if plan.plenary else "ordinary"

    def decide(self) -> None:
        """Review, re-review, outcome."""
        case, plan = self.case, self.plan
        clerk, second = self.rng.choice(self.body.clerks), self.rng.choice(self.body.seconds)
        looked = self.between(plan.submitted, plan.decided, 0.4)
        fate = plan.fate if plan.fate not in ("filed", "withdrawn") else "file"
        row = self.pen.new(
            Review,
            committee=self.body.committee,
            submission=case,
            reviewer=clerk,
            stage="first",
            outcome=fate,
            class_code=plan.voice.text.class_code,
            opinion=self.rng.choice(self.desk.notes["review"]),
            rubric={
                i["key"]: self.rng.choices(("yes", "unsure", "no"), (80, 12, 8))[0]
                for i in self.body.rulebook.body["rubric"]
            },
        )
        case.class_code = plan.voice.text.class_code
        self.say(
            looked, clerk, "proposal.review", about=row, **{"from": "submitted", "to": "submitted"}
        )
        for n, unit in enumerate(self.wished()[:3]):
            self.pen.new(
                UnitChoice,
                committee=self.body.committee,
                submission=case,
                layer="reviewed",
                role="lead" if n == 0 else "co",
                unit=unit,
            )
        if plan.fate in ("filed", "withdrawn"):
            self.pass_on(clerk)
        if plan.decided <= self.now:
            getattr(self, f"fate_{plan.fate}", self.fate_filed)(clerk, second)

    def pass_on(self, clerk: Actor) -> None:
        """转复审, when its hour has come."""
        passed = self.between(self.plan.submitted, self.plan.decided, 0.6)
        if passed <= self.now:
            self.say(passed, clerk, "proposal.pass_on", **{"from": "submitted", "to": "reviewing"})
            self.case.state = "reviewing"

    def between(self, start: datetime, end: datetime, share: float) -> datetime:
        return start + (end - start) * share

    def outcome(self, who: Actor, verb: str, to: str, **detail: object) -> None:
        """One of review's ends other than filing."""
        case = self.case
        self.say(
            self.plan.decided, who, f"proposal.{verb}", **{"from": case.state, "to": to} | detail
        )
        case.state, case.decided_at = to, self.plan.decided

    def fate_to_report(self, clerk: Actor, second: Actor) -> None:
        self.outcome(clerk, "turn_to_report", "to_report")

    def fate_to_letter(self, clerk: Actor, second: Actor) -> None:
        self.outcome(clerk, "turn_to_letter", "to_letter")

    def fate_returned(self, clerk: Actor, second: Actor) -> None:
        self.outcome(clerk, "send_back", "returned")

    def fate_not_filed(self, clerk: Actor, second: Actor) -> None:
        code = self.plan.voice.text.refuse or "empty"
        known = {r["code"] for r in self.body.rulebook.body["reasons"]}
        self.case.reason_code = code if code in known else "empty"
        self.outcome(clerk, "refuse_filing", "not_filed", reason=self.case.reason_code)

    def fate_merged(self, clerk: Actor, second: Actor) -> None:
        """Joined to an earlier filed proposal of the session on a like matter, if there is one."""
        lead = self.leads_here()
        if lead is None:
            self.fate_to_report(clerk, second)
            return
        if lead.group is None:
            lead.group = self.pen.new(
                MergeGroup,
                committee=self.body.committee,
                lead=lead,
                reason="同一事项",
                made_at=self.plan.decided,
            )
        self.case.group = lead.group
        self.outcome(clerk, "merge", "merged", group=lead.group.pk, lead=lead.pk)

    def leads_here(self) -> Submission | None:
        found = [
            row
            for row in self.desk.pen.rows.get(Submission, [])
            if isinstance(row, Submission)
            and row.session_id == self.plan.session.pk
            and row.filed_at
            and row.filed_at < self.plan.decided
            and row.class_code == self.case.class_code
            and row.state != "withdrawn"
        ]
        return self.rng.choice(found) if found else None

    def fate_withdrawn(self, clerk: Actor, second: Actor) -> None:
        self.fate_filed(clerk, second, handled=False)
        later = days_after(self.plan.decided, 1, 3, self.rng)
        if later > self.now:
            return
        self.say(later, self.writer, "proposal.withdraw", **{"from": "filed", "to": "withdrawn"})
        self.case.state = "withdrawn"

    def fate_filed(self, clerk: Actor, second: Actor, handled: bool = True) -> None:
        """立案 after re-review; then the handling begins."""
        case, plan = self.case, self.plan
        self.say(
            plan.decided,
            second,
            "proposal.file",
            **{
                "from": "reviewing",
                "to": "filed",
                "number": plan.number,
                "class": case.class_code,
                "dropped": 0,
            },
        )
        case.state, case.filed_at, case.decided_at = "filed", plan.decided, plan.decided
        case.number, case.class_number = plan.number, plan.class_number
        case.public_code = code_of(case.pk)
        if handled:
            Handling(self).run()


def code_of(pk: int) -> str:
    """A look-up code that is the same on every build."""
    rng = random.Random(pk * 7919)
    pick = "".join(rng.choice("23456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(8))
    return f"TA-{pick[:4]}-{pick[4:]}"
