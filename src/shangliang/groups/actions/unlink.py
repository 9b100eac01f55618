"""结束结对联系."""

from datetime import timedelta

from ...actors.models import Tie
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..people import OFFICE
from .link_up import K


@act("coverage.unlink", "结束结对联系", *OFFICE)
def unlink(seat: Seat, pk: int) -> Done:
    """Yesterday was its last day; the coverage says at once who is open."""
    tie = (
        Tie.objects.select_for_update(of=("self",))
        .select_related("whom")
        .filter(committee_id=seat.committee_id, kind=K.CONTACTS, pk=pk)
        .on(today())
        .first()
    )
    if tie is None:
        raise refuse("没有这一对，或者已经结束。", "wall")
    whom, detail = tie.whom, {"who": tie.who_id, "tie": tie.pk}
    if tie.start == today():  # entered in error this very day
        tie.delete()
    else:
        tie.end = today() - timedelta(days=1)
        tie.save(update_fields=["end"])
    return Done(case=whom, detail=detail)
