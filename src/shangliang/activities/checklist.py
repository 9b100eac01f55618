"""检查清单: whose it is. Clauses are drawn from a policy and looked at one by one (S-022)."""

from ..procedures.perform import lock
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Activity
from .queries import manages


def own(seat: Seat, pk: int) -> Activity:
    row = lock(Activity, pk, seat.committee_id)
    if not manages(seat, row):
        raise refuse("检查清单由承办活动的工作人员列、填。", "who")
    if row.state not in ("draft", "open", "closed"):
        raise refuse("活动已经取消或撤销。", "state")
    return row
