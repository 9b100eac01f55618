"""履职自报：不能核实."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DEED
from ..models import Deed


@verb(DEED, "return_deed", Deed)
def return_deed(case: Deed, seat: Seat, *, answer: str) -> Done:
    """With the reason; the member may report it anew."""
    if not answer.strip():
        raise refuse("请写为什么不能核实。")
    case.answer, case.decided_by_id = answer.strip()[:200], seat.person_id
    post(
        committee_id=case.committee_id,
        to=[case.person_id],
        kind="deed.return_deed",
        text=f"自报没有通过：{case.title}。{case.answer}",
        case=case,
        url=case.get_absolute_url(),
    )
    return Done(detail={"what": case.what})
