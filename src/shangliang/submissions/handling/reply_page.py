"""One reply as its page shows it: by role to write, to countersign, to check or to read."""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q
from django.http import Http404

from ...procedures.models import Clock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import verdict
from ..flow import REPLY
from ..flow.answers import asks_due, co_units
from ..models import (
    Answer,
    Assignment,
    Contact,
    Countersign,
    Recommendation,
    Remark,
    Reply,
    Submission,
)
from ..queries import replies
from . import lights
from .lights import Light


@dataclass
class AskLine:
    """One ask with this reply's answer and what stands beside it."""

    ask: Recommendation
    answer: Answer
    due: bool  # this unit must answer it
    before: Answer | None = None  # the answer of the round before
    opinions: list[tuple[str, str]] = field(default_factory=list)  # (co-unit, words)
    others: str = ""  # whose it is, when not this unit's
    promised: bool = False
    due_error: str = ""


@dataclass
class Page:
    """Everything the template needs, asked in a fixed number of questions."""

    reply: Reply
    mode: str  # write | waiting | countersign | check | read
    lines: list[AskLine]
    awaited: list[Assignment]  # co-units whose opinion has not come
    lights: list[Light]
    remark: str
    contacts: list[Contact]
    countersigns: list[Countersign]
    writer: bool
    missing: list[str]
    send: str  # the verb the main button does: circulate or submit_reply
    unanswered: list[int]
    merged: list[Submission]  # answered with this one: their proposers and asks (docs/field.md 1.4)


def load(seat: Seat, pk: int) -> Reply:
    """The reply with everything conditions look at in hand; 404 for what the seat may not see."""
    rows = replies(seat).prefetch_related(
        Prefetch("answers", queryset=Answer.objects.select_related("recommendation__addressee")),
        Prefetch("countersigns", queryset=Countersign.objects.select_related("unit", "by")),
        Prefetch("assignment__contacts", queryset=Contact.objects.select_related("by")),
        "submission__recommendations",
        Prefetch("submission__assignments", queryset=Assignment.objects.select_related("unit")),
    )
    reply = rows.filter(pk=pk).first()
    if reply is None:
        raise Http404
    reply.assignment.submission = reply.submission
    return reply


def mode_of(seat: Seat, reply: Reply) -> str:
    """What the seat does on this page."""
    gone = reply.assignment.state in ("returned", "dropped")
    if reply.assignment.unit_id in seat.units and not gone:
        if reply.state == "draft":
            return "write"
        if reply.state in ("countersigning", "checking"):
            return "waiting"
    asked = any(c.unit_id in seat.units and c.state == "open" for c in reply.countersigns.all())
    if asked and reply.state == "countersigning":
        return "countersign"
    if reply.state == "checking" and seat.has(Role.SUPERVISOR):
        return "check"
    return "read"


def build(seat: Seat, reply: Reply) -> Page:
    """The page for this seat."""
    mode = mode_of(seat, reply)
    inside = insider(seat, reply)
    beside = said_beside(reply, inside)
    opinions = [row for row in beside if row.reply.kind == Reply.Kind.OPINION]
    before = {r.recommendation_id: r for r in beside if r.reply.kind == Reply.Kind.REPLY}
    send = sending(reply)
    missing: list[str] = []
    if mode == "write" or reply.state == "countersigning":
        missing = what_is_missing(seat, reply, send)
    came = {row.reply.assignment.unit_id for row in opinions}
    waiting_for = co_units(reply) if reply.kind == Reply.Kind.REPLY else []
    due = {ask.pk for ask in asks_due(reply)}
    return Page(
        reply=reply,
        mode=mode,
        lines=lines_of(reply, due, opinions, before),
        awaited=[a for a in waiting_for if a.unit_id not in came and a.state != "done"],
        lights=lights_of(reply) if inside and reply.state != "sent" else [],
        remark=why_again(reply) if reply.round > 1 and inside else "",
        contacts=list(reply.assignment.contacts.all()) if inside else [],
        countersigns=list(reply.countersigns.all()) if inside else [],
        writer=reply.assignment.unit_id in seat.units,
        missing=missing,
        send=send,
        unanswered=[
            a.recommendation.order
            for a in reply.answers.all()
            if a.recommendation_id in due and not a.text.strip()
        ],
        merged=merged_into(reply.submission) if inside else [],
    )


def merged_into(case: Submission) -> list[Submission]:
    """What was merged into this proposal, with the asks that its reply speaks to as well."""
    if case.group_id is None:
        return []
    rows = Submission.objects.filter(
        committee_id=case.committee_id, group_id=case.group_id, group__lead_id=case.pk
    ).exclude(pk=case.pk)
    asks = Recommendation.objects.filter(removed_at__isnull=True).select_related("addressee")
    return list(
        rows.prefetch_related(Prefetch("recommendations", queryset=asks)).order_by("serial")
    )


def insider(seat: Seat, reply: Reply) -> bool:
    """Units at work on it and the office see drafts, opinions and countersigns; proposers do not."""
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return True
    return any(a.unit_id in seat.units for a in reply.submission.assignments.all())


def sending(reply: Reply) -> str:
    """First to the co-units where the rulebook has them countersign, else off it goes."""
    asks_them = reply.kind == Reply.Kind.REPLY and reply.rules.steps.get("countersign")
    return (
        "circulate" if reply.state == "draft" and asks_them and co_units(reply) else "submit_reply"
    )


def what_is_missing(seat: Seat, reply: Reply, verb: str) -> list[str]:
    """All that stands in the way, not only the first: one list to work through."""
    move = REPLY[verb]
    found = [said for condition in move.when if (said := condition(seat, reply))]
    if who := move.who(seat, reply):
        found.append(who)
    return found


def may(seat: Seat, reply: Reply, verb: str) -> bool:
    """Whether a verb is open to this seat now."""
    return bool(verdict(REPLY, REPLY[verb], seat, reply))


def said_beside(reply: Reply, inside: bool) -> list[Answer]:
    """What stands beside the reply: co-units' opinions received, and the unit's earlier rounds."""
    opinions = Q(reply__kind=Reply.Kind.OPINION, reply__state="sent")
    earlier = Q(reply__assignment_id=reply.assignment_id, reply__round__lt=reply.round)
    wanted = (opinions | earlier) if inside and reply.kind == Reply.Kind.REPLY else earlier
    if reply.round == 1 and not co_units(reply):
        return []
    rows = Answer.objects.filter(
        wanted, committee_id=reply.committee_id, reply__submission_id=reply.submission_id
    ).exclude(reply_id=reply.pk)
    return list(rows.select_related("reply__assignment__unit").order_by("reply__round", "pk"))


def why_again(reply: Reply) -> str:
    """Why it is handled again: the office's words, no proposer's."""
    said = Remark.objects.filter(submission_id=reply.submission_id, verb="rehandle")
    return said.values_list("text", flat=True).first() or ""


def lines_of(
    reply: Reply, due: set[int], opinions: list[Answer], before: dict[int, Answer]
) -> list[AskLine]:
    """The asks in order, each with its answer, the co-units' words and the earlier answer."""
    said: dict[int, list[tuple[str, str]]] = {}
    for row in opinions:
        if row.text.strip():
            unit = str(row.reply.assignment.unit)
            said.setdefault(row.recommendation_id, []).append((unit, row.text))
    promised = {g.code for g in reply.rules.grades if g.means == "promised"}
    return [
        AskLine(
            ask=answer.recommendation,
            answer=answer,
            due=answer.recommendation_id in due,
            before=before.get(answer.recommendation_id),
            opinions=said.get(answer.recommendation_id, []),
            others=str(answer.recommendation.addressee or "")
            if answer.recommendation_id not in due
            else "",
            promised=answer.grade in promised,
        )
        for answer in sorted(reply.answers.all(), key=lambda a: a.recommendation.order)
    ]


def lights_of(reply: Reply) -> list[Light]:
    """The running limits of the duty and of this reply."""
    rows = Clock.objects.filter(
        lights.running(),
        Q(about_type="assignment", about_id=reply.assignment_id)
        | Q(about_type="reply", about_id=reply.pk),
        committee_id=reply.committee_id,
    ).exclude(kind="return")
    return [lights.light_of(clock) for clock in rows.order_by("due_on")]
