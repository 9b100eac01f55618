"""填研讨表."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import SheetEntry
from ..study import sheet_of


@act("sheet.add", "填研讨表")
def add_entry(
    seat: Seat,
    pk: int,
    *,
    step: int,
    text: str,
    answers: int | None = None,
    due_on: date | None = None,
) -> Done:
    """One line. A measure says which gap it answers and by when."""
    sheet = sheet_of(seat, pk)
    steps = sheet.campaign.steps
    if not 0 <= step < len(steps):
        raise refuse("没有这一步。")
    if not text.strip():
        raise refuse("请写内容。")
    gap = None
    if answers is not None:
        gap = sheet.entries.filter(pk=answers).first()
        if gap is None or steps[gap.step]["kind"] != "gap":
            raise refuse("没有这条差距。")
    if steps[step]["kind"] == "measure" and due_on is None:
        raise refuse("举措要写时限。")
    row = SheetEntry.objects.create(
        committee_id=seat.committee_id,
        sheet=sheet,
        step=step,
        text=text.strip()[:400],
        answers=gap,
        due_on=due_on,
    )
    return Done(case=sheet.campaign, about=sheet, detail={"step": step}, result=row)
