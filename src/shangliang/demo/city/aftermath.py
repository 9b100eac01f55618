"""What comes after the answer: promises kept or overdue, effects verified, honours, publication."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from ...submissions.models import (
    Answer,
    Honour,
    KeyListing,
    Publication,
    Recommendation,
    Reply,
    ServiceRating,
)
from ...tasks.models import Effect, Progress, Task
from .plan import at, days_after

if TYPE_CHECKING:
    from .handling import Handling
    from .unit_work import UnitWork


def keep_promise(handling: "UnitWork", reply: Reply, ask: Recommendation, answer: Answer) -> None:
    """The commitment with its later fate: verified, reported, under way, or overdue."""
    pen, rng, now = handling.pen, handling.rng, handling.now
    made = reply.submitted_at or now
    task = pen.new(
        Task,
        committee=handling.body.committee,
        kind="promise",
        state="doing",
        title=answer.promise,
        owner=reply.assignment.unit,
        person_name=answer.promise_owner,
        basis=f"{reply.doc_number} 第 {ask.order} 条",
        source_type="recommendation",
        source_id=ask.pk,
        case_type="submission",
        case_id=handling.case.pk,
        started_on=timezone.localdate(made),
        due_on=answer.promise_due,
        first_due_on=answer.promise_due,
        made_at=made,
    )
    if answer.promise_due is None:
        return
    staff = handling.body.staff[reply.assignment.unit_id]
    half = at(task.started_on + (answer.promise_due - task.started_on) / 2, rng)
    if half < now:
        row = pen.new(
            Progress,
            committee=handling.body.committee,
            task=task,
            on=timezone.localdate(half),
            percent=rng.choice((30, 40, 50, 60)),
            text="方案已定，正在组织实施。",
            by=staff,
            made_at=half,
        )
        task.percent, task.told_on = row.percent, row.on
        pen.event(
            half, staff.pk, "task.report_progress", task, row, **{"from": "doing", "to": "doing"}
        )
    done = at(answer.promise_due + timedelta(days=rng.randint(-30, 12)), rng)
    if done > now or rng.random() < 0.2:
        return
    task.state, task.done_on, task.percent = "reported", timezone.localdate(done), 100
    pen.event(done, staff.pk, "task.report_done", task, None, **{"from": "doing", "to": "reported"})
    seen = days_after(done, 5, 40, rng)
    if seen > now or rng.random() < 0.15:
        return
    judge = rng.choice(handling.body.supervisors)
    task.state, task.verified_on, task.verified_by = "verified", timezone.localdate(seen), judge
    pen.event(seen, judge.pk, "task.verify", task, None, **{"from": "reported", "to": "verified"})


def after_closing(handling: "Handling", closed: datetime) -> None:
    """Effects for some, publication for the consenting, honours for few, service ratings."""
    effects(handling, closed)
    publish(handling, closed)
    rng, pen, case = handling.rng, handling.pen, handling.case
    if rng.random() < 0.05:
        case.excellent = True
        pen.new(
            Honour,
            committee=handling.body.committee,
            submission=case,
            state="awarded",
            nominated_by=handling.body.clerks[0],
            reason="选题准，建议实，办理见效",
            year=case.session.year,
            awarded_on=timezone.localdate(closed),
        )
        pen.event(
            closed,
            handling.body.leaders[0].pk,
            "proposal.award",
            case,
            None,
            **{"from": "closed", "to": "closed"},
        )
    if rng.random() < 0.3:
        person = handling.life.plan.drafter or handling.life.plan.author
        row = pen.new(
            ServiceRating,
            committee=handling.body.committee,
            submission=case,
            person=person,
            score=rng.choices((5, 4, 3), (7, 2, 1))[0],
            made_at=closed,
        )
        pen.event(
            closed,
            person.pk,
            "proposal.rate_service",
            case,
            row,
            **{"from": "closed", "to": "closed"},
        )


def effects(handling: "Handling", closed: datetime) -> None:
    """Verified by the supervising office, or only reported by the unit: both are shown as such."""
    rng, pen, case = handling.rng, handling.pen, handling.case
    for ask, words in zip(handling.asks, handling.life.plan.voice.asks, strict=False):
        if not words.effect or rng.random() > 0.4:
            continue
        seen = days_after(closed, 20, 120, rng)
        verified = rng.random() < 0.62 and seen < handling.now
        lead = next(r for r in handling.rows if r.role in ("lead", "sole"))
        judge = rng.choice(handling.body.supervisors) if verified else None
        say = handling.life.plan.voice.say
        staff = handling.body.staff[lead.unit_id]
        entered = min(closed, handling.now)
        row = pen.new(
            Effect,
            committee=handling.body.committee,
            about_type="recommendation",
            about_id=ask.pk,
            case_type="submission",
            case_id=case.pk,
            doer=lead.unit,
            measure=words.effect.get("measure", "")[:200],
            baseline=say(words.effect.get("baseline", ""))[:200],
            value=say(words.effect.get("value", ""))[:200],
            measured_on=timezone.localdate(seen if verified else entered),
            verdict=rng.choices(("solved", "partly", "not"), (6, 3, 1))[0]
            if verified
            else "unknown",
            how=rng.choice(handling.life.desk.notes["effect"]) if verified else "单位书面报告",
            self_reported=not verified,
            entered_by=judge or staff,
            judge=judge,
            judged_at=seen if verified else None,
            made_at=seen if verified else entered,
        )
        pen.event(
            seen if verified else entered,
            (judge or staff).pk,
            "effect.judge" if verified else "effect.record",
            case,
            row,
            verdict=row.verdict,
        )


def publish(handling: "Handling", closed: datetime) -> None:
    """Consent, the unit's attribute and the secrecy check all say yes."""
    case, rng = handling.case, handling.rng
    reply = next(
        r
        for r in reversed(handling.pen.rows[Reply])
        if isinstance(r, Reply) and r.submission_id == case.pk and r.kind == "reply"
    )
    if not case.consent_public or reply.publicity == "none" or rng.random() < 0.3:
        return
    when = days_after(closed, 1, 10, rng)
    if when > handling.now:
        return
    clerk = handling.body.clerks[0]
    row = handling.pen.new(
        Publication,
        committee=handling.body.committee,
        submission=case,
        text="full",
        show_reply=reply.publicity == "full",
        checked_by=clerk,
        published_at=when,
    )
    handling.pen.event(
        when, clerk.pk, "proposal.publish", case, row, **{"from": "closed", "to": "closed"}
    )


def list_keys(handling_cases: list["Handling"], count: int) -> None:
    """Key proposals of a session: decided soon after filing, each with a leader and a plan."""
    for handling in handling_cases[:count]:
        case, pen, body = handling.case, handling.pen, handling.body
        if case.filed_at is None or case.state in ("withdrawn", "merged"):
            continue
        when = days_after(case.filed_at, 5, 20, handling.rng)
        if when > handling.now or (case.closed_at and when > case.closed_at):
            continue
        case.key = True
        leader = handling.rng.choice(body.leaders[:4])
        row = pen.new(
            KeyListing,
            committee=body.committee,
            submission=case,
            leader=leader,
            body="提案委员会",
            decided_on=timezone.localdate(when),
            way="实地督办、协商座谈",
            plan="第二季度实地察看一次，第三季度召开办理协商会，年底前逐条核对承诺。",
            plan_agreed_on=timezone.localdate(when),
        )
        pen.event(when, leader.pk, "proposal.list_as_key", case, row)
