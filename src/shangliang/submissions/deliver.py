"""Delivery (送达): what happens when a reply reaches its addressees. Called inside a verb."""

from django.utils import timezone

from ..notices.post import post
from ..procedures import clocks
from ..procedures.perform import lock
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
    row.extensions.filter(state="open").update(state="lapsed", answered_at=timezone.now())
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
            url=f"/replies/{reply.pk}/",
        )
        return
    keep_promises(reply)
    case = lock(Submission, reply.submission_id, reply.committee_id)
    mark_asks(case, reply)
    finish_round(case, reply)


def finish_round(case: Submission, reply: Reply | None = None) -> bool:
    """The proposal is replied once every answering unit has (分办 too); then the rating opens.

    Called when a reply arrives and when a unit is let go; ``case`` is locked by the caller.
    """
    answering = case.assignments.filter(role__in=["sole", "lead", "each"]).exclude(
        state__in=["returned", "dropped"]
    )
    if reply is not None:
        answering = answering.exclude(pk=reply.assignment_id)
    if answering.exclude(state="done").exists() or (reply is None and not answering.exists()):
        case.save()
        return False
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
    return True


def mark_asks(case: Submission, reply: Reply) -> None:
    """An ask with words in a delivered reply is answered."""
    answered = reply.answers.exclude(text="").values("recommendation_id")
    case.recommendations.filter(pk__in=answered).update(state="answered")


def overall_grade(case: Submission, reply: Reply | None = None) -> str:
    """One unit: its grade. 分办: the worst of the units' grades of this round."""
    sent = Reply.objects.filter(submission=case, round=case.round, kind=Reply.Kind.REPLY).exclude(
        assignment__state__in=["returned", "dropped"]
    )
    if reply is not None:
        sent = sent.exclude(pk=reply.pk)
    codes = list(sent.filter(state="sent").values_list("grade", flat=True))
    known = [g for g in map(case.rules.grade, codes + ([reply.grade] if reply else [])) if g]
    return max(known, key=lambda g: ORDER[g.means]).code if known else ""


def keep_promises(reply: Reply) -> None:
    """Each answer graded as planned becomes a commitment with its date (承诺事项台账)."""
    promised = {g.code for g in reply.rules.grades if g.means == "promised"}
    live = set(
        reply.submission.assignments.exclude(state__in=["returned", "dropped"]).values_list(
            "unit_id", flat=True
        )
    )
    for answer in reply.answers.filter(grade__in=promised).select_related("recommendation"):
        ask = answer.recommendation
        promise(
            committee_id=reply.committee_id,
            owner_id=ask.addressee_id if ask.addressee_id in live else reply.assignment.unit_id,
            title=answer.promise or ask.text[:200],
            due_on=answer.promise_due,
            person_name=answer.promise_owner,
            basis=f"{reply.doc_number or '答复'} 第 {ask.order} 条",
            source=ask,
            case=reply.submission,
        )
