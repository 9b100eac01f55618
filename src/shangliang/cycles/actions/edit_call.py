"""会议通知：改通知."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..calls import ContentRow, check, set_contents, set_units
from ..flow import CALL
from ..models import Call


@verb(CALL, "edit_call", Call)
def edit_call(
    case: Call,
    seat: Seat,
    *,
    title: str,
    due_on: date,
    text: str = "",
    meeting_on: date | None = None,
    place: str = "",
    contents: list[ContentRow] | None = None,
    units: list[int] | None = None,
) -> Done:
    """Words, days, contents and units; None leaves contents or units as they are."""
    check(title, due_on, meeting_on, case.kind)
    case.title, case.text = title.strip()[:200], text.strip()
    case.due_on, case.meeting_on, case.place = due_on, meeting_on, place.strip()[:120]
    if contents is not None:
        set_contents(case, contents)
    if units is not None:
        set_units(case, units)
    return Done(detail={"contents": case.contents.count(), "units": case.handins.count()})
