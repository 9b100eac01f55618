"""冲正: an entry made wrongly is reversed with its reason; nothing is rubbed out."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FUND_LINE
from ..models import FundEntry, FundLine
from ..sums import sum_up


@verb(FUND_LINE, "void_entry", FundLine)
def void_entry(case: FundLine, seat: Seat, *, entry: int, why: str) -> Done:
    """The sums are made again without it."""
    row = FundEntry.objects.filter(
        committee_id=case.committee_id, line=case, pk=entry, voided_on__isnull=True
    ).first()
    if row is None:
        raise refuse("没有这一笔，或者已经冲正过。")
    if not why.strip():
        raise refuse("请写为什么冲正。")
    row.voided_on, row.voided_because = today(), why.strip()[:200]
    row.save(update_fields=["voided_on", "voided_because"])
    sum_up(case)
    return Done(about=row, detail={"kind": row.kind, "fen": int(row.amount * 100)})
