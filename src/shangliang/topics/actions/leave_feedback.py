"""A written word within the days after the meeting, by somebody who took part (S-118)."""

from ...journal import write as journal
from ...procedures.again import again
from ...procedures.perform import lock
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.conditions import in_feedback_time
from ..intake import keep_secrets_out
from ..models import Consultation, Feedback


def leave_feedback(seat: Seat, pk: int, *, text: str, named: bool = True) -> Feedback:
    """A written word within the days after the meeting, by somebody who took part (S-118).

    Unnamed: neither the row nor the event knows the person. Raises Refused.
    """

    def once() -> Feedback:
        case = lock(Consultation, pk, seat.committee_id)
        mine = case.parties.filter(actor_id=seat.person_id) | case.parties.filter(
            actor_id__in=seat.units
        )
        if not mine.exists():
            raise refuse("会后意见由参加的人提。", "who")
        if not in_feedback_time(case):
            raise refuse("收会后意见的时间已经过了，或者这种会不设会后意见。")
        if not 4 <= len(text.strip()) <= 1000:
            raise refuse("请写 4 到 1000 字。")
        keep_secrets_out(text)
        row = Feedback.objects.create(
            committee_id=case.committee_id,
            consultation=case,
            person_id=seat.person_id if named else None,
            text=text.strip(),
        )
        journal.write(
            committee_id=case.committee_id,
            person_id=seat.person_id if named else None,
            verb="consultation.feedback",
            case=case,
            about=row if named else case,
        )
        return row

    return again(once)
