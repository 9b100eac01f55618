"""拟稿: open a reply (or a co-unit's opinion) for the current round. Stands before the table."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.perform import lock
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.people import unit_staff
from ..models import Answer, Assignment, Reply


def draft_reply(seat: Seat, assignment_id: int) -> Reply:
    """The unit's reply of this round; made once, found again after.

    Raises Refused when the unit has not signed for the assignment or is not the seat's own.
    """
    with transaction.atomic():
        row = lock(Assignment, assignment_id, seat.committee_id)
        if said := unit_staff(seat, row):
            raise refuse(said, "who")
        if row.state != "accepted":
            raise refuse("签收以后才能写答复。", "state")
        reply, made = Reply.objects.get_or_create(
            committee_id=row.committee_id,
            assignment=row,
            round=row.round,
            defaults={
                "submission": row.submission,
                "kind": Reply.Kind.REPLY if row.answers_itself else Reply.Kind.OPINION,
                "drafted_by_id": seat.person_id,
            },
        )
        if made:
            asks = row.submission.recommendations.filter(removed_at__isnull=True)
            if row.round > 1:
                asks = asks.filter(state="redo")
            Answer.objects.bulk_create(
                Answer(committee_id=row.committee_id, reply=reply, recommendation=ask)
                for ask in asks
            )
            journal.write(
                committee_id=row.committee_id,
                person_id=seat.person_id,
                verb="reply.start",
                case=row.submission,
                about=reply,
                detail={"unit": row.unit_id, "round": row.round},
            )
        return reply
