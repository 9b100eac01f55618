"""新建: open a draft. The one act without a case before it, so it stands outside the table."""

from django.db import transaction

from ...actors.models import Actor, Session
from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.perform import lock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...rulebooks.models import Rulebook
from ...rulebooks.queries import NoRulebook, in_force
from ..flow import PROPOSAL
from ..members import current
from ..models import CoSignature, Submission

# Which kind of actor hands in which nature of collective proposal (docs/field.md 1.1).
NATURE_OF_BODY = {
    Actor.Kind.PARTY: "party",
    Actor.Kind.ORGANISATION: "organisation",
    Actor.Kind.SPECIAL_COMMITTEE: "special_committee",
    Actor.Kind.SECTOR: "sector",
    Actor.Kind.GROUP: "group",
}


def current_session(committee_id: int) -> Session:
    """The session whose cycle today belongs to: the latest whose window has opened."""
    found = (
        Session.objects.filter(committee_id=committee_id, window_opens__lte=today())
        .select_related("term")
        .order_by("-window_opens")
        .first()
    )
    if found is None:
        raise refuse("还没有开过受理窗口的会议，请管理员先在“届次”里建立。")
    return found


def current_rules(committee_id: int) -> Rulebook:
    """The rulebook a case begun today keeps."""
    try:
        return in_force(committee_id, today())
    except NoRulebook as missing:
        raise refuse(str(missing)) from missing


def who_writes(
    seat: Seat, author_id: int | None, body_id: int | None
) -> tuple[Actor, str, int | None, int | None]:
    """(author, nature, drafter, entered by) of a new draft. Raises Refused."""
    clerk = seat.has(Role.CLERK)
    if body_id is not None:
        body = Actor.objects.filter(pk=body_id, committee_id=seat.committee_id).first()
        own = body_id in seat.bodies | seat.heads
        if body is None or not (own or clerk) or body.kind not in NATURE_OF_BODY:
            raise refuse("您不是该单位的执笔人，不能替它写集体提案。", "who")
        entered = None if own else seat.person_id
        return body, NATURE_OF_BODY[Actor.Kind(body.kind)], seat.person_id if own else None, entered
    if author_id is not None and author_id != seat.person_id:
        if not clerk:
            raise refuse("只有提案委工作人员可以代委员录入。", "who")
        author = current(seat.committee_id).filter(pk=author_id).first()
        if author is None:
            raise refuse("请从本届委员名册里选提案人。")
        return author, "individual", None, seat.person_id
    if seat.has(Role.MEMBER):
        return Actor.objects.get(pk=seat.person_id), "individual", None, None
    raise refuse("只有委员、集体提案执笔人或提案委工作人员可以写提案。", "who")


def start(seat: Seat, *, author_id: int | None = None, body_id: int | None = None) -> Submission:
    """A new draft of the seat's own, of a body one drafts for, or entered by a clerk for someone.

    Pressed twice, it gives the same untouched draft. Raises Refused when the seat may not write
    for that author.
    """
    with transaction.atomic():
        author, nature, drafter, entered_by = who_writes(seat, author_id, body_id)
        lock(Actor, author.pk, seat.committee_id)  # the second press waits and finds the first's
        untouched = Submission.objects.filter(
            committee_id=seat.committee_id,
            author=author,
            state=PROPOSAL.initial,
            revision=0,
            nature=nature,
            drafter_id=drafter,
            entered_by_id=entered_by,
            serial__isnull=True,
            split_from__isnull=True,
            came_from__isnull=True,
        ).order_by("-id")
        if known := untouched.first():
            return known
        case = Submission.objects.create(
            committee_id=seat.committee_id,
            rulebook=current_rules(seat.committee_id),
            session=current_session(seat.committee_id),
            nature=nature,
            author=author,
            drafter_id=drafter,
            entered_by_id=entered_by,
            proposer_names=author.name,
        )
        if nature == "individual":
            CoSignature.objects.create(
                committee_id=seat.committee_id,
                submission=case,
                person=author,
                role=CoSignature.Role.FIRST,
                state=CoSignature.State.SIGNED,
                on_paper=entered_by is not None,
            )
        journal.write(
            committee_id=case.committee_id,
            person_id=seat.person_id,
            verb="proposal.start",
            case=case,
            detail={"nature": nature, "rulebook": case.rulebook_id},
        )
        return case
