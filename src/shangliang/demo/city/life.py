"""A proposal's life, verb by verb in time order, stopping at now. Same tables, same events."""

import random
import re

from ...actors.models import Actor
from ...submissions.models import (
    MergeGroup,
    Review,
    Submission,
    UnitChoice,
)
from .drafting import Drafting
from .handling import Handling
from .plan import days_after
from .texts import corpus


class Life(Drafting):
    """Writes one proposal from its draft on."""

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
        """An earlier one on the same matter: only such are merged, also in a sample."""
        mine = self.plan.voice.text
        near = {mine.key, mine.like} - {""}
        ends = tuple(
            re.split(r"^关于|\{place\}", t.title)[-1] for t in corpus() if near & {t.key, t.like}
        )
        found = [
            row
            for row in self.desk.pen.rows.get(Submission, [])
            if isinstance(row, Submission)
            and row.session_id == self.plan.session.pk
            and row.filed_at
            and row.filed_at < self.plan.decided
            and row.title.endswith(ends)
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
