"""由苗头提议题: what a person confirmed goes into the pool of topics, with its counts as the ground."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.actions.nominate import nominate
from ...topics.models import Topic
from ..early import READERS, account_of, confirmed


@act("signal.to_topic", "由苗头提议题", *READERS)
def signal_to_topic(seat: Seat, pk: int, *, title: str) -> Done:
    """The topic; one of a signal. Raises Refused."""
    signal = confirmed(seat, pk)
    rows = Topic.objects.filter(committee_id=seat.committee_id, about_type="signal", about_id=pk)
    if known := rows.first():
        raise refuse(f"已经提过议题：{known.title}。")
    topic = nominate(
        seat,
        title=title,
        source="people",
        text=account_of(signal),
        about_type="signal",
        about_id=pk,
    )
    return Done(case=signal, detail={"topic": topic.pk}, result=topic)
