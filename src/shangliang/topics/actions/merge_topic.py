"""议题：并入相近议题."""

from django.db.models import F

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..models import Topic
from ..pool import decided, tell_nominator


@verb(TOPIC, "merge_topic", Topic)
def merge_topic(case: Topic, seat: Seat, *, into: int, reason: str = "") -> Done:
    """Goes on as part of another; its nominator follows that one."""
    other = Topic.objects.filter(committee_id=case.committee_id, pk=into).first()
    if other is None or other.pk == case.pk:
        raise refuse("请选要并入的那一件，不能是自己。")
    if other.state in ("merged", "declined"):
        raise refuse("要并入的那一件已经不在议题库里，请选别的。")
    case.into = other
    decided(case, seat, reason.strip()[:500] or f"与“{other.title}”说的是一件事，并在一起商量。")
    Topic.objects.filter(pk=other.pk).update(supports=F("supports") + 1)
    tell_nominator(case, seat, f"您提的议题并入“{other.title}”一起商量")
    return Done(detail={"into": other.pk})
