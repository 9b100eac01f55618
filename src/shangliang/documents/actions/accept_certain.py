"""文件拆解：采纳有把握的."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Extract, Intake
from ..readings.accepting import accepted


@verb(INTAKE, "accept_certain", Intake)
def accept_certain(case: Intake, seat: Seat, *, part: int | None = None) -> Done:
    """Everything read with certainty at once; doubts and tasks without a printed unit stay."""
    rows = case.extracts.filter(
        state="open", certain=True, gone=False, soft=False, origin=Extract.Origin.MACHINE
    ).exclude(kind=Extract.Kind.FLAG)
    if part is not None:
        rows = rows.filter(part=part)
    count = 0
    for row in rows.order_by("paragraph", "start"):
        row.intake = case
        row.state = accepted(row, seat)
        row.decided_by_id, row.decided_at = seat.person_id, timezone.now()
        row.save()
        count += 1
    if not count:
        raise refuse("没有可以一并采纳的：剩下的都要逐项看。")
    return Done(detail={"count": count, "part": part})
