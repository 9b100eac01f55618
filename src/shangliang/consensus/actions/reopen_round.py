"""再开: closed too early. People who come back by their own browser go on; nobody is asked who they are."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import Round


@verb(ROUND, "reopen_round", Round)
def reopen_round(case: Round, seat: Seat, *, closes_on: date, reason: str) -> Done:
    """Only before publication. A round of one voice a person cannot be reopened: its key is gone."""
    if case.one_voice:
        raise refuse(
            "一人一份的场次结束时已销毁身份钥匙，再开就分不清谁表过态。请开下一轮。", "state"
        )
    if closes_on < today():
        raise refuse("止日要在今天以后。")
    if not reason.strip():
        raise refuse("请写为什么再开。")
    case.closes_on, case.closed_at = closes_on, None
    case.intro = f"{case.intro}\n（再开：{reason.strip()[:120]}）".strip()
    return Done(detail={"until": closes_on})
