"""答卷：交卷."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHEET
from ..models import Answer, Gap, Measure, Sheet
from ..telling import keepers, tell


@verb(SHEET, "submit_sheet", Sheet)
def submit_sheet(case: Sheet, seat: Seat) -> Done:
    """Hand in: a gap for each "not enough", a measure where it is written, else a gap without one."""
    made = 0
    for row in case.answers.all():
        if row.verdict == Answer.Verdict.ENOUGH:
            continue
        text = (row.measure_text, row.person_name, row.due_on)
        if any(text) and not all(text):
            raise refuse(f"第{row.number}问的举措要写全：怎么办、责任人、时限。")
        if row.due_on and row.due_on < today():
            raise refuse(f"第{row.number}问的时限不能早于今天。")
        if row.gap_id is None:
            row.gap = Gap.objects.create(
                committee_id=case.committee_id,
                subject=row.gap_text[:200],
                text=row.evidence,
                against=Gap.Against.STANDARD,
                owner_id=case.owner_id,
                source_type="sheet",
                source_id=case.pk,
                by_id=seat.person_id,
            )
            row.save(update_fields=["gap"])
            made += 1
        if row.gap and row.measure_text and row.due_on and not row.gap.measures.exists():
            Measure.objects.create(
                committee_id=case.committee_id,
                gap=row.gap,
                text=row.measure_text,
                owner_id=case.owner_id,
                person_name=row.person_name,
                due_on=row.due_on,
                first_due_on=row.due_on,
            )
    case.submitted_on = today()
    tell(case, keepers(case.committee_id), "submitted", f"{case.owner}交卷：{case}", True)
    return Done(detail={"owner": case.owner_id, "gaps": made})
