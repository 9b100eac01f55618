"""记后来怎样: everybody who took part reads it on the same page (传)."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import FollowUp, Round


@verb(ROUND, "follow_up", Round)
def follow_up(
    case: Round,
    seat: Seat,
    *,
    kind: str,
    text: str,
    on: date | None = None,
    number: int | None = None,
) -> Done:
    """A dated sentence, about the round or one statement."""
    if on and on > today():
        raise refuse("日期不能晚于今天。")
    if kind not in FollowUp.Kind.values or not text.strip():
        raise refuse("请选是什么，并写一句后来怎样。")
    row = FollowUp.objects.create(
        committee_id=case.committee_id,
        round=case,
        statement=case.statements.filter(number=number).first() if number else None,
        kind=kind,
        text=text.strip()[:300],
        on=on or today(),
        by_id=seat.person_id,
    )
    return Done(about=row, detail={"kind": kind})
