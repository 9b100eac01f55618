"""协商：办结."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation, Topic
from ..telling import tell


@verb(CONSULTATION, "close_consultation", Consultation)
def close_consultation(case: Consultation, seat: Seat, *, outcome: str) -> Done:
    """Closed with a few words; its topic is "已协商" and the nominator may rate by the receipt."""
    if len(outcome.strip()) < 4:
        raise refuse("请写几句办结小结：谈成了什么、还剩什么、接着怎么办。")
    case.outcome, case.closed_on = outcome.strip()[:1000], today()
    if case.topic_id:
        Topic.objects.filter(pk=case.topic_id).update(state="done")
        Topic.objects.filter(committee_id=case.committee_id, into_id=case.topic_id).update(
            state="done"
        )
        topic = Topic.objects.get(pk=case.topic_id)
        if topic.nominated_by_id:
            tell(topic, [topic.nominated_by_id], "topic.done", f"您提的议题商量完了：{topic}", seat)
    return Done(detail={"points": case.points.count()})
