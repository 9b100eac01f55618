"""用答过的: an answer published before fits; it is checked again that it fits here."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DOUBT
from ..models import Doubt
from .answer_doubt import sign


@verb(DOUBT, "reuse_answer", Doubt)
def reuse_answer(case: Doubt, seat: Seat, *, earlier: int) -> Done:
    """The words and the source are those of then."""
    row = Doubt.objects.filter(
        committee_id=case.committee_id, pk=earlier, state="published"
    ).first()
    if row is None:
        raise refuse("没有找到那条解答，或者还没有公布。", "wall")
    case.answer, case.source, case.same_as = row.answer, row.source, row.same_as or row
    sign(case, seat)
    case.answered_as = row.answered_as
    return Done(detail={"was": row.pk})
