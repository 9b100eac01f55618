"""Delivery (送达): what happens when a reply reaches its addressees. Called inside a verb."""

from django.db import models
from django.utils import timezone

from ..notices.post import post
from ..procedures import clocks
from ..procedures.seat import Seat
from ..tasks.actions.promise import promise
from .models import Assignment, Reply, Submission
from .people import proposers, staff_of

# The worst answer names the whole: grades compare by what they mean, not by their letter.
ORDER = {"solved": 0, "promised": 1, "explained": 2, "reference": 3}


def deliver(reply: Reply, seat: Seat) -> None:
    """Mark asks answered, keep promises as tasks, stop clocks, open the rating, tell people."""
    row = reply.assignment
    reply.sent_at = timezone.now()
    reply.sent_on = timezone.localdate()
    row.state, row.done_at = "done", timezone.now()
    row.save()
    clocks.stop(row, ["reply", "co_opinion", "first_contact", "sign"])
    clocks.drop(row, ["return"])
    if reply.kind == Reply.Kind.OPINION:
        lead = Assignment.objects.filter(submission=reply.submission, role="lead").values_list(
            "unit_id", flat=True
        )
        post(
            committee_id=reply.committee_id,
            to=staff_of(list(lead), reply.committee_id),
            kind="reply.opinion",
            text=f"收到会办意见：{row.unit}，{reply.submission.number_label}",
            case=reply.submission,
            url=f"/proposals/{reply.submission_id}/",
        )
        return
    keep_promises(reply)
    case = Submission.objects.select_for_update().get(
        pk=reply.submission_id, committee_id=reply.committee_id
    )
    mark_asks(case, reply)
    waiting = (
        case.assignments.filter(role__in=["sole", "lead", "each"])
        .exclude(pk=row.pk)
        .exclude(state__in=["done", "returned", "dropped"])
    )
    if waiting.exists():
        case.save()
        return
    case.state, case.replied_at = "replied", timezone.now()
    case.grade = overall_grade(case, reply)
    case.save()
    clocks.start(case, ["rating"], root=case)
    for member in case.group.members.exclude(pk=case.pk) if case.group_id and case.group else ():
        member.grade, member.replied_at = case.grade, case.replied_at
        member.save(update_fields=["grade", "replied_at"])
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="reply.sent",
        text=f"{case.number_label}已答复，请逐条看、逐条评",
        case=case,
        url=f"/proposals/{case.pk}/rate/",
        needs_act=True,
    )


def mark_asks(case: Submission, reply: Reply) -> None:
    """An ask with words in a delivered reply is answered."""
    answered = reply.answers.exclude(text="").values("recommendation_id")
    case.recommendations.filter(pk__in=answered).update(state="answered")


def overall_grade(case: Submission, reply: Reply) -> str:
    """One unit: its grade. 分办: the worst of the units' grades of this round."""
    codes = list(
        Reply.objects.filter(submission=case, round=case.round, kind=Reply.Kind.REPLY)
        .filter(models.Q(state="sent") | models.Q(pk=reply.pk))
        .values_list("grade", flat=True)
    ) + [reply.grade]
    known = [g for g in map(case.rules.grade, codes) if g]
    return max(known, key=lambda g: ORDER[g.means]).code if known else ""


def keep_promises(reply: Reply) -> None:
    """Each answer graded as planned becomes a commitment with its date (承诺事项台账)."""
    promised = {g.code for g in reply.rules.grades if g.means == "promised"}
    for answer in reply.answers.filter(grade__in=promised).select_related("recommendation"):
        promise(
            committee_id=reply.committee_id,
            owner_id=answer.recommendation.addressee_id
            if answer.recommendation.addressee_id
            in set(reply.submission.assignments.values_list("unit_id", flat=True))
            else reply.assignment.unit_id,
            title=answer.promise or answer.recommendation.text[:200],
            due_on=answer.promise_due,
            person_name=answer.promise_owner,
            basis=f"{reply.doc_number or '答复'} 第 {answer.recommendation.order} 条",
            source=answer.recommendation,
            case=reply.submission,
        )
