"""From 交办 to 办结: units sign, talk, answer ask by ask; proposers rate; promises are kept or not."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from ...engines.calendar import Calendar
from ...submissions.models import (
    Assignment,
    Rating,
    Reply,
)
from .aftermath import after_closing
from .plan import days_after
from .unit_work import UnitWork

if TYPE_CHECKING:
    pass

CALENDAR = Calendar()


class Handling(UnitWork):
    """The second half of a life."""

    def run(self) -> None:
        """Each step only when its time has come."""
        session = self.life.plan.session
        met = timezone.make_aware(
            datetime.combine(session.closes + timedelta(days=26), datetime.min.time())
        ) + timedelta(hours=10)
        filed = self.life.plan.decided
        at = (
            max(met, filed + timedelta(hours=2))
            if self.life.plan.plenary
            else days_after(filed, 2, 8, self.rng)
        )
        if at > self.now:
            return
        self.assign(at)
        replied = self.units_work(at)
        if replied is None:
            return
        self.finish(replied)

    def assign(self, at: datetime) -> None:
        """交办会 or 随交随办."""
        units = self.life.wished()[:3]
        for n, unit in enumerate(units):
            role = "sole" if len(units) == 1 else "lead" if n == 0 else "co"
            self.rows.append(
                self.pen.new(
                    Assignment,
                    committee=self.body.committee,
                    submission=self.case,
                    unit=unit,
                    role=role,
                    assigned_at=at,
                    state="issued",
                )
            )
        who = self.rng.choice(self.body.supervisors)
        self.case.state, self.case.assigned_at = "handling", at
        self.case.lead_names = str(units[0])
        self.life.say(
            at,
            who,
            "proposal.assign",
            **{
                "from": "filed",
                "to": "handling",
                "units": [[r.unit_id, r.role] for r in self.rows],
            },
        )

    def units_work(self, at: datetime) -> datetime | None:
        """Sign, talk, opine; the lead replies. The moment of delivery, or None when not yet."""
        delivered = None
        for row in sorted(self.rows, key=lambda r: r.role != "co"):
            staff = self.body.staff[row.unit_id]
            signed = days_after(at, 0.2, 6, self.rng)
            self.clock(row, "sign", timezone.localdate(at), signed)
            if row.role == "co" and self.rng.random() < 0.02:
                self.contest(row, staff, at)
                continue
            if signed > self.now:
                self.clock(row, "return", timezone.localdate(at), None)
                continue
            row.state, row.signed_at, row.contact = "accepted", signed, staff
            self.life.say(
                signed,
                staff,
                "assignment.accept",
                about=row,
                **{"from": "issued", "to": "accepted", "unit": row.unit_id},
            )
            if row.role == "co":
                self.opine(row, staff, signed, at)
            else:
                delivered = self.reply(row, staff, signed, at)
        return delivered

    def finish(self, replied: datetime) -> None:
        """Ratings, a second round for the few, closing."""
        rated = self.rate(replied, 1)
        if rated is None:
            return
        lead = next(r for r in self.rows if r.role in ("lead", "sole"))
        if self.case.satisfaction == "not" and self.rng.random() < 0.9:
            rated = self.second_round(lead, rated)
            if rated is None:
                return
        closed = days_after(rated, 1, 6, self.rng)
        if closed > self.now:
            return
        self.life.say(
            closed,
            self.rng.choice(self.body.clerks),
            "proposal.close",
            **{"from": "replied", "to": "closed"},
        )
        self.case.state, self.case.closed_at = "closed", closed
        after_closing(self, closed)

    def second_round(self, lead: Assignment, rated: datetime) -> datetime | None:
        """重办 within the rulebook's limit."""
        asked = days_after(rated, 1, 5, self.rng)
        if asked > self.now:
            return None
        worst = self.asks[-1]
        worst.state = "redo"
        self.case.state, self.case.round = "handling", 2
        self.case.grade = self.case.satisfaction = ""
        self.life.say(
            asked,
            self.rng.choice(self.body.supervisors),
            "proposal.rehandle",
            **{"from": "replied", "to": "handling", "round": 2, "asks": [worst.order]},
        )
        lead.state, lead.round, lead.done_at = "accepted", 2, None
        sent = days_after(asked, 20, 80, self.rng)
        self.clock(lead, "reply", timezone.localdate(asked), sent, 2)
        if sent > self.now:
            return None
        delivered = self.deliver(lead, self.body.staff[lead.unit_id], sent, 2, "A")
        return self.rate(delivered, 2, gentle=True) if delivered else None

    def rate(self, replied: datetime, round_: int, gentle: bool = False) -> datetime | None:
        """Each proposer alone; the headline is the worst."""
        reply = next(
            r
            for r in reversed(self.pen.rows[Reply])
            if isinstance(r, Reply) and r.submission_id == self.case.pk and r.kind == "reply"
        )
        plan = self.life.plan
        people = [plan.drafter] if plan.drafter else [plan.author, *plan.cosigners]
        order = {"satisfied": 0, "basically": 1, "not": 2}
        last, worst = replied, "satisfied"
        for person in filter(None, people):
            when = days_after(replied, 1, 14, self.rng)
            if when > self.now:
                return None
            weights = (90, 10, 0) if gentle else (86, 12.4, 1.6)
            result = self.rng.choices(list(order), weights)[0]
            row = self.pen.new(
                Rating,
                committee=self.body.committee,
                submission=self.case,
                reply=reply,
                person=person,
                round=round_,
                result=result,
                made_at=when,
                attitude="satisfied" if result != "not" else "basically",
                met=self.rng.choices(("met", "declined"), (9, 1))[0],
                text=self.rng.choice(self.life.desk.notes[f"opinion_{result}"]),
                redo=[self.asks[-1].order] if result == "not" and self.asks else [],
                on_paper=False,
            )
            self.life.say(
                when,
                person,
                "proposal.rate",
                about=row,
                **{"from": "replied", "to": "replied", "round": round_},
            )
            last, worst = max(last, when), max(worst, result, key=order.__getitem__)
        self.case.satisfaction = worst
        return last
