"""判系统建议: a person calls a machine's suggestion wrong (or right again); it is counted."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Suggestion

VERDICTS = ("wrong", "right", "")


def judge_suggestion(seat: Seat, pk: int, verdict: str) -> Suggestion:
    """Write the verdict; the same verdict twice changes nothing. Raises Refused."""
    if not seat.has(Role.CLERK, Role.SECOND_REVIEWER):
        raise refuse("只有提案委工作人员可以判系统建议。", "who")
    if verdict not in VERDICTS:
        raise refuse("请选“对”或“不对”。")
    with transaction.atomic():
        row = (
            Suggestion.objects.select_for_update(of=("self",))
            .select_related("submission")
            .filter(pk=pk, committee_id=seat.committee_id)
            .first()
        )
        if row is None:
            raise refuse("这条系统建议已经不在了。", "wall")
        if row.verdict != verdict:
            row.verdict, row.judged_by_id = verdict, seat.person_id
            row.save(update_fields=["verdict", "judged_by"])
            journal.write(
                committee_id=row.committee_id,
                person_id=seat.person_id,
                verb="proposal.judge_suggestion",
                case=row.submission,
                about=row,
                detail={"kind": row.kind, "value": row.value, "verdict": verdict},
            )
    return row
