"""由发言造研讨表."""

from ...documents.models import Clause, Intake
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Campaign, SheetEntry
from ..study import new_sheet


@act("sheet.make", "由发言造研讨表", *DESK)
def sheet_from_speech(seat: Seat, *, campaign: int, unit: int, intake: int, part: int) -> Done:
    """The accepted clauses of a speech under the steps they stand in. A step the speech does not
    have stays empty and is said to be missing; nothing is invented."""
    row = Campaign.objects.filter(pk=campaign, committee_id=seat.committee_id).first()
    text = Intake.objects.filter(pk=intake, committee_id=seat.committee_id).first()
    if row is None or text is None:
        raise refuse("没有找到这次研讨或这份发言。", "wall")
    sheet = new_sheet(seat, row, unit)
    if sheet.entries.exists():
        raise refuse("这个单位的表已经填了。要重来，请先把表里的删掉。")
    sheet.intake, sheet.part = text, part
    sheet.save()
    step: int | None = None
    level = 0
    made = 0
    clauses = Clause.objects.filter(
        committee_id=seat.committee_id, intake=text, part=part
    ).select_related("extract")
    for clause in clauses:
        named = next((n for n, s in enumerate(row.steps) if s["name"][:3] in clause.text), None)
        if named is not None and clause.level <= 1:
            step, level = named, clause.level
            if len(clause.text) <= len(row.steps[named]["name"]) + 12:
                continue  # the step's own heading
        if step is None or clause.level < level:
            continue
        line = clause.extract.first if clause.extract else 0
        SheetEntry.objects.create(
            committee_id=seat.committee_id, sheet=sheet, step=step, text=clause.text, line=line
        )
        made += 1
    return Done(case=row, about=sheet, detail={"entries": made, "part": part}, result=sheet)
