"""新建: open a draft. The one act without a case before it, so it stands outside the table."""

from django.db import transaction

from ...actors.models import Actor, Session
from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...rulebooks.queries import in_force
from ..models import CoSignature, Submission

# Which kind of actor hands in which nature of collective proposal (domain.md 1.1).
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


def start(seat: Seat, *, author_id: int | None = None, body_id: int | None = None) -> Submission:
    """A new draft of the seat's own, of a body one drafts for, or entered by a clerk for someone.

    Raises Refused when the seat may not write for that author.
    """
    with transaction.atomic():
        entered_by = drafter = None
        first: int | None = None
        nature = "individual"
        if body_id is not None:
            body = Actor.objects.filter(pk=body_id, committee_id=seat.committee_id).first()
            may = body_id in seat.bodies | seat.heads or seat.has(Role.CLERK)
            if body is None or not may or body.kind not in NATURE_OF_BODY:
                raise refuse("您不是该单位的执笔人，不能替它写集体提案。", "who")
            author, nature, drafter = body, NATURE_OF_BODY[Actor.Kind(body.kind)], seat.person_id
        elif author_id is not None and author_id != seat.person_id:
            if not seat.has(Role.CLERK):
                raise refuse("只有提案委工作人员可以代委员录入。", "who")
            author = Actor.objects.get(
                pk=author_id, committee_id=seat.committee_id, kind=Actor.Kind.PERSON
            )
            entered_by, first = seat.person_id, author.pk
        elif seat.has(Role.MEMBER):
            author = Actor.objects.get(pk=seat.person_id)
            first = author.pk
        else:
            raise refuse("只有委员、集体提案执笔人或提案委工作人员可以写提案。", "who")
        case = Submission.objects.create(
            committee_id=seat.committee_id,
            rulebook=in_force(author.committee_id or 0, today()),
            session=current_session(author.committee_id or 0),
            nature=nature,
            author=author,
            drafter_id=drafter,
            entered_by_id=entered_by,
            proposer_names=author.name,
        )
        if first is not None:
            CoSignature.objects.create(
                committee_id=seat.committee_id,
                submission=case,
                person_id=first,
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
