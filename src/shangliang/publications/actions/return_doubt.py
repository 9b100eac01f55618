"""退改: with what to change in the answer."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DOUBT
from ..models import Doubt


@verb(DOUBT, "return_doubt", Doubt)
def return_doubt(case: Doubt, seat: Seat, *, note: str) -> Done:
    """The one who answered is told."""
    if not note.strip():
        raise refuse("请写哪里要改。")
    case.returned = note.strip()[:200]
    post(
        committee_id=case.committee_id, to=[case.answered_by_id or 0], kind="doubt.returned",
        text=f"解答退改：{case.returned[:80]}", case=case, url=case.get_absolute_url(),
        needs_act=True, but=seat.person_id,
    )  # fmt: skip
    return Done()
