"""企业难题：企业说：没解决."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..firm_says import said
from ..flow import DIFFICULTY
from ..models import Voice
from ..people import firm_office
from .hand_over import tell_unit


@verb(DIFFICULTY, "firm_not_solved", Voice)
def firm_not_solved(case: Voice, seat: Seat, *, note: str) -> Done:
    """Reopens, also after it was closed: the unit gets a new round with a new limit."""
    if not note.strip():
        raise refuse("请写还差什么，单位好接着办。")
    row = said(case, seat, "not", note)
    case.round += 1
    case.closed_at = None
    tell_unit(case, seat, "firm_not_solved", f"企业说没解决，请再办：{case.shown_title}")
    post(
        committee_id=case.committee_id, to=firm_office(case.committee_id),
        kind="difficulty.firm_not_solved", text=f"企业说没解决，第 {case.round} 轮：{case.shown_title}",
        case=case, url=case.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip
    return Done(about=row, detail={"round": case.round, "by_phone": row.told_by_phone})
