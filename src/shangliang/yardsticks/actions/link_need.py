"""举措对应需求."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Measure, Need, NeedLink
from ..who import KEEPERS


@act("need.link", "举措对应需求", *KEEPERS)
def link_need(seat: Seat, pk: int, *, measure: int) -> Done:
    """This measure answers this need."""
    need = Need.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    row = Measure.objects.filter(pk=measure, committee_id=seat.committee_id).first()
    if need is None or row is None:
        raise refuse("没有找到这个需求或举措。", "wall")
    link, _ = NeedLink.objects.get_or_create(committee_id=seat.committee_id, need=need, measure=row)
    return Done(case=need, about=link, result=link, detail={"measure": measure})
