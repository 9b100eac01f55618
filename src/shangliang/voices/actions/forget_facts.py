"""删去六项事实."""

from ...journal.erasures import deletes
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import PolicyFacts


@act("policy.forget_facts", "删去六项事实")
def forget_facts(seat: Seat, code: str) -> Done:
    """Whoever has the code may; the row goes, the log keeps that there was one."""
    row = PolicyFacts.objects.filter(committee_id=seat.committee_id, public_code=code).first()
    if row is None:
        raise refuse("没有找到，可能已经删去了。", "wall")
    gone = PolicyFacts(pk=row.pk, committee_id=row.committee_id)
    row.delete()
    return Done(case=gone)


@deletes("policy.forget_facts")
def forget_facts_again(committee_id: int, pk: int) -> None:
    PolicyFacts.objects.filter(committee_id=committee_id, pk=pk).delete()
