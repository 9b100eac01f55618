"""会签: a co-unit agrees, or differs with words the lead must read."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REPLY
from ..models import Reply
from ..people import staff_of


@verb(REPLY, "countersign", Reply)
def countersign(case: Reply, seat: Seat, *, agree: bool = True, remark: str = "") -> Done:
    """Answer for one's own unit. A difference without words is refused."""
    if not agree and not remark.strip():
        raise refuse("不同意的请写明哪里不同意、建议怎么改。")
    row = (
        case.countersigns.select_related("unit")
        .filter(unit_id__in=seat.units, state="open")
        .first()
    )
    if row is None:
        raise refuse("这份答复没有等贵单位会签。", "who")
    row.state = "agreed" if agree else "differs"
    row.remark, row.by_id, row.at = remark.strip(), seat.person_id, timezone.now()
    row.save()
    post(
        committee_id=case.committee_id,
        to=staff_of([case.assignment.unit_id], case.committee_id),
        kind="reply.countersign",
        text=f"{row.unit}{'同意' if agree else '不同意'}会签：{case.submission.number_label}",
        case=case.submission,
        url=f"/replies/{case.pk}/",
        needs_act=not agree,
    )
    return Done(about=row, detail={"unit": row.unit_id, "agree": agree})
