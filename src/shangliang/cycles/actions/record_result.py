"""记举措结果."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import SheetEntry
from ..study import sheet_of


@act("sheet.result", "记举措结果")
def record_result(seat: Seat, pk: int, *, result: str) -> Done:
    """What came of a measure, at the latest when the campaign is looked back upon."""
    entry = (
        SheetEntry.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if entry is None:
        raise refuse("没有这条举措。", "wall")
    sheet = sheet_of(seat, entry.sheet_id)
    if sheet.campaign.steps[entry.step]["kind"] != "measure":
        raise refuse("只有举措要记结果。")
    if not result.strip():
        raise refuse("请写结果。")
    entry.result, entry.result_on = result.strip()[:300], today()
    entry.save(update_fields=["result", "result_on"])
    return Done(case=sheet.campaign, about=sheet, detail={"entry": pk})
