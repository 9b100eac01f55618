"""会议通知：发通知."""

from django.utils import timezone

from ...actors.models import Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CALL
from ..models import Call


@verb(CALL, "send", Call)
def send(case: Call, seat: Seat) -> Done:
    """Every unit asked is told, with the day."""
    if case.due_on < today():
        raise refuse("交汇报的期限已经过了，请先改期限。")
    case.sent_at = timezone.now()
    tell(
        case,
        list(case.handins.values_list("unit_id", flat=True)),
        f"请在 {case.due_on:%m月%d日} 前交汇报：{case.title}",
    )
    return Done(detail={"units": case.handins.count()})


def tell(case: Call, units: list[int], text: str, but: int | None = None) -> None:
    """Everybody of these units."""
    people = (
        Tie.objects.filter(
            committee_id=case.committee_id,
            whom_id__in=units,
            kind__in=(Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD),
        )
        .on(today())
        .values_list("who_id", flat=True)
    )
    post(
        committee_id=case.committee_id,
        to=people,
        kind="call.tell",
        text=text,
        case=case,
        url=f"/calls/{case.pk}/",
        needs_act=True,
        but=but,
    )
