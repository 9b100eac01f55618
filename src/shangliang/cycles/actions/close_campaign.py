"""结束研讨."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Campaign


@act("campaign.close", "结束研讨", *DESK)
def close_campaign(seat: Seat, pk: int) -> Done:
    """Sheets are read from now on, not filled."""
    row = Campaign.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这次研讨。", "wall")
    row.closed = True
    row.save(update_fields=["closed"])
    return Done(case=row, detail={"sheets": row.sheets.count()})
