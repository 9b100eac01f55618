"""The first part of a life: begun, signed by others, handed in."""

import random
from dataclasses import dataclass
from datetime import datetime

from ...actors.models import Actor
from ...submissions.models import (
    CoSignature,
    Recommendation,
    Submission,
    UnitChoice,
)
from .bodies import Body
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


class Drafting:
    """A case up to the office's door."""

    def __init__(self, desk: Desk, plan: Plan) -> None:
        self.desk, self.plan, self.pen, self.rng = desk, plan, desk.pen, desk.rng
        self.body, self.now = desk.body, desk.now
        self.case: Submission

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

    def between(self, start: datetime, end: datetime, share: float) -> datetime:
        return start + (end - start) * share

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
