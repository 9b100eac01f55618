"""专项：撤计数项."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Counter, Programme


@verb(PROGRAMME, "drop_counter", Programme)
def drop_counter(case: Programme, seat: Seat, *, counter: int) -> Done:
    """Only one nothing was counted for: records never lose what they count for."""
    row = case.counters.filter(pk=counter).first()
    if row is None:
        raise refuse("没有找到这个计数项。", "wall")
    if row.items.exists() or row.talks.exists():
        raise refuse("已经有记录或约讲，不能撤；请改指标，并写明原因。")
    gone = Counter(pk=row.pk, committee_id=row.committee_id)
    row.delete()
    return Done(about=gone)
