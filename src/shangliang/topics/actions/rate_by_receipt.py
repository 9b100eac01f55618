"""提出人凭回执评价."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import Topic

RATINGS = {"done": "办到了", "partly": "办到一部分", "not": "没办到"}


@act("topic.rate", "提出人凭回执评价")
def rate_by_receipt(seat: Seat, *, code: str, rating: str, note: str = "") -> Done:
    """The nominator says whether it was done; whoever holds the receipt, once, after the end."""
    topic = Topic.objects.filter(public_code=code.strip().upper()).first()
    if topic is None or topic.committee_id != seat.committee_id:
        raise refuse("没有查到这个回执号。", "wall")
    if topic.state != "done":
        raise refuse("这件事还没有商量完，办结以后再来评价。")
    if rating not in RATINGS:
        raise refuse("请选：办到了、办到一部分、没办到。")
    if topic.rating:
        raise refuse("已经评价过了。")
    keep_secrets_out(note)
    topic.rating, topic.rating_note, topic.rated_on = rating, note.strip()[:200], today()
    topic.save(update_fields=["rating", "rating_note", "rated_on"])
    return Done(case=topic, detail={"rating": rating})
