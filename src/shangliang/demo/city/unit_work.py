"""What a handling unit does with what it was given: signs, contests, talks, answers ask by ask."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from ...actors.models import Actor
from ...engines.calendar import Calendar, Span, due
from ...procedures.models import Clock
from ...submissions.models import (
    Answer,
    Assignment,
    Contact,
    Recommendation,
    Reply,
    ReturnRequest,
)
from .aftermath import keep_promise
from .plan import days_after

if TYPE_CHECKING:
    from .life import Life

CALENDAR = Calendar()


class UnitWork:
    """One case's duties in the hands of its units."""

    def __init__(self, life: "Life") -> None:
        self.life, self.pen, self.rng, self.now = life, life.pen, life.rng, life.now
        self.case, self.body = life.case, life.body
        self.rows: list[Assignment] = []
        self.asks = (
            [
                r
                for r in self.pen.rows[Recommendation][-len(life.plan.voice.asks) :]
                if isinstance(r, Recommendation)
            ]
            if life.plan.voice.asks
            else []
        )

    def clock(
        self, row: Assignment, kind: str, start: date, met: datetime | None, round_: int = 1
    ) -> Clock:
        """A clock as procedures.clocks would have started it."""
        rule = self.body.rulebook.rules.clocks[row.clock_key(kind)]
        deadline = due(start, Span.parse(rule.span), CALENDAR)
        return self.pen.new(
            Clock,
            committee=self.body.committee,
            kind=kind,
            label=rule.label,
            about_type="assignment",
            about_id=row.pk,
            case_type="submission",
            case_id=self.case.pk,
            unit=row.unit,
            round=round_,
            span=rule.span,
            started_on=start,
            due_on=deadline.on,
            first_due_on=deadline.on,
            provisional=deadline.provisional,
            why=deadline.why[:300],
            met_on=timezone.localdate(met) if met and met <= self.now else None,
            late_told_at=self.now if deadline.on < timezone.localdate(self.now) else None,
        )

    def contest(self, row: Assignment, staff: Actor, at: datetime) -> None:
        """申退, granted: the co-unit leaves."""
        asked, answered = days_after(at, 1, 4, self.rng), days_after(at, 5, 8, self.rng)
        if answered > self.now:
            return
        judge = self.rng.choice(self.body.supervisors)
        request = self.pen.new(
            ReturnRequest,
            committee=self.body.committee,
            assignment=row,
            reason_code="not_ours",
            reason=self.rng.choice(self.life.desk.notes["return"]),
            asked_by=staff,
            asked_at=asked,
            state="granted",
            answer="经核对职责分工，同意退出会办。",
            answered_by=judge,
            answered_at=answered,
        )
        self.life.say(
            asked,
            staff,
            "assignment.ask_return",
            about=request,
            **{"from": "issued", "to": "contested", "unit": row.unit_id},
        )
        self.life.say(
            answered,
            judge,
            "assignment.grant_return",
            about=request,
            **{"from": "contested", "to": "returned", "unit": row.unit_id},
        )
        row.state = "returned"

    def opine(self, row: Assignment, staff: Actor, signed: datetime, at: datetime) -> None:
        """会办意见 to the lead."""
        sent = days_after(at, 10, 32, self.rng)
        self.clock(row, "co_opinion", timezone.localdate(at), sent)
        if sent > self.now:
            return
        reply = self.pen.new(
            Reply,
            committee=self.body.committee,
            submission=self.case,
            assignment=row,
            kind="opinion",
            state="sent",
            drafted_by=staff,
            secrecy_checked=True,
            opening="经研究，提出会办意见如下。",
            submitted_at=sent,
            sent_at=sent,
            sent_on=timezone.localdate(sent),
            contact_person=staff.name,
            contact_phone=staff.phone,
        )
        self.answers(reply, "B", only=row.unit)
        self.life.say(
            signed + (sent - signed) * 0.5,
            staff,
            "reply.start",
            about=reply,
            unit=row.unit_id,
            round=1,
        )
        self.life.say(
            sent,
            staff,
            "reply.submit_reply",
            about=reply,
            **{"from": "draft", "to": "sent", "round": 1},
        )
        row.state, row.done_at = "done", sent

    def talk(self, row: Assignment, staff: Actor, when: datetime, phase: str) -> None:
        """One contact with the proposer."""
        means = self.rng.choices(("面商", "电话", "座谈", "走访"), (5, 3, 1, 1))[0]
        contact = self.pen.new(
            Contact,
            committee=self.body.committee,
            submission=self.case,
            assignment=row,
            phase=phase,
            means=means,
            on=timezone.localdate(when),
            by=staff,
            made_at=when,
            note=self.rng.choice(self.life.desk.notes[f"contact_{phase}"]),
        )
        self.life.say(
            when,
            staff,
            "assignment.log_contact",
            about=contact,
            **{
                "from": "accepted",
                "to": "accepted",
                "unit": row.unit_id,
                "phase": phase,
                "means": means,
            },
        )

    def reply(
        self, row: Assignment, staff: Actor, signed: datetime, at: datetime
    ) -> datetime | None:
        """The lead's reply of the first round; some are late, this year's few have not come yet."""
        slow = self.rng.random()
        low, high = (35, 88) if slow > 0.08 else (92, 130)
        sent = days_after(at, low, high, self.rng)
        if slow < 0.015 and (self.now - at).days < 330:
            sent = self.now + timedelta(days=30)
        self.clock(row, "reply", timezone.localdate(at), sent)
        first = days_after(signed, 2, 18, self.rng)
        if first < min(sent, self.now):
            self.talk(row, staff, first, "before")
        if sent > self.now:
            return None
        during = signed + (sent - signed) * 0.7
        if self.rng.random() < 0.6:
            self.talk(row, staff, max(during, first), "during")
        return self.deliver(row, staff, sent, 1, self.rng.choices("ABC", (63, 28, 9))[0])

    def deliver(
        self, row: Assignment, staff: Actor, sent: datetime, round_: int, grade: str
    ) -> datetime | None:
        """Draft, check, delivery; promises become tasks."""
        checked = days_after(sent, 0.5, 3, self.rng)
        year = timezone.localdate(sent).year
        reply = self.pen.new(
            Reply,
            committee=self.body.committee,
            submission=self.case,
            assignment=row,
            kind="reply",
            round=round_,
            state="checking",
            drafted_by=staff,
            grade=grade,
            grade_by_unit=grade,
            doc_number=f"{row.unit.number_prefix}〔{year}〕{self.case.number}号",
            secrecy_checked=True,
            publicity=self.rng.choices(("full", "summary", "none"), (7, 2, 1))[0],
            submitted_at=sent,
            contact_person=staff.name,
            contact_phone=staff.phone,
            opening="您提出的提案收悉。感谢您对这项工作的关心。经与您沟通并会同有关单位研究，现逐条答复如下。",
            closing="以上答复，如有意见，请在15个工作日内逐条评价。",
        )
        if reply.publicity == "none":
            reply.publicity_reason = "涉及企业信息"
        self.answers(reply, grade)
        started = sent - timedelta(days=self.rng.randint(2, 9))
        signed = row.signed_at or sent
        self.life.say(
            max(started, signed + timedelta(minutes=5)),
            staff,
            "reply.start",
            about=reply,
            unit=row.unit_id,
            round=round_,
        )
        self.life.say(
            sent,
            staff,
            "reply.submit_reply",
            about=reply,
            **{"from": "draft", "to": "checking", "round": round_, "grade": grade},
        )
        if checked > self.now:
            return None
        judge = self.rng.choice(self.body.supervisors)
        self.life.say(
            checked,
            judge,
            "reply.pass_check",
            about=reply,
            **{"from": "checking", "to": "sent", "round": round_, "grade": grade},
        )
        reply.state, reply.sent_at, reply.sent_on = "sent", checked, timezone.localdate(checked)
        row.state, row.done_at = "done", checked
        for ask in self.asks:
            ask.state = "answered"
        self.case.state, self.case.replied_at, self.case.grade = "replied", checked, grade
        self.case.round = round_
        return checked

    def answers(self, reply: Reply, grade: str, only: Actor | None = None) -> None:
        """One answer an ask, in the words written for that grade."""
        sent = reply.submitted_at or self.now
        for ask, words in zip(self.asks, self.life.plan.voice.asks, strict=False):
            if only is not None and ask.addressee_id != only.pk:
                continue
            mine = grade if ask.order == 1 else self.rng.choices("ABC", (66, 25, 9))[0]
            promised = timezone.localdate(sent) + timedelta(days=self.rng.randint(60, 300))
            text = self.life.plan.voice.say(
                words.answers[mine],
                date=f"{timezone.localdate(sent - timedelta(days=20)):%-m月%-d日}",
                promise_date=f"{promised:%Y年%-m月%-d日}",
                year=str(sent.year),
            )
            answer = self.pen.new(
                Answer,
                committee=self.body.committee,
                reply=reply,
                recommendation=ask,
                text=text,
                grade=mine,
            )
            if mine == "B" and reply.kind == "reply":
                answer.promise, answer.promise_due = words.short[:300], promised
                answer.promise_owner = reply.contact_person
                keep_promise(self, reply, ask, answer)
