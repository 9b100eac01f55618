"""删研讨表一行."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import SheetEntry
from ..study import sheet_of


@act("sheet.drop", "删研讨表一行")
def drop_entry(seat: Seat, pk: int) -> Done:
    """A line written in error."""
    entry = SheetEntry.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if entry is None:
        raise refuse("没有这一行。", "wall")
    sheet = sheet_of(seat, entry.sheet_id)
    entry.delete()
    return Done(case=sheet.campaign, about=sheet, detail={"entry": pk})
