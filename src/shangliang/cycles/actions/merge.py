"""县区建议：合并."""

from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUGGESTION
from ..models import Suggestion


@verb(SUGGESTION, "merge", Suggestion, also=lambda seat, pk, data: {data.get("lead") or pk})
def merge(case: Suggestion, seat: Seat, *, lead: int) -> Done:
    """The same ask of another unit: answered once, to all. Nothing of either's words is lost."""
    if lead == case.pk:
        raise refuse("不能和自己合并。")
    into = lock(Suggestion, lead, seat.committee_id)
    if into.state == "merged":
        raise refuse("那一条自己已经合并到别处了，请选合并后的那一条。")
    case.merged.update(lead=into)
    case.lead = into
    return Done(detail={"lead": lead})
