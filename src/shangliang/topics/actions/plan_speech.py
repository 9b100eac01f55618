"""协商：排发言."""

from datetime import time

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation, Speech


@verb(CONSULTATION, "plan_speech", Consultation)
def plan_speech(
    case: Consultation,
    seat: Seat,
    *,
    party: int,
    part: str,
    topic: str = "",
    minutes: int = 8,
    starts_at: str = "",
    replies_to: int | None = None,
) -> Done:
    """One more on the speaking list. A reply names its question. Returns the Speech."""
    row = case.parties.filter(pk=party).first()
    if row is None:
        raise refuse("发言的人要先在参加名单里。")
    if case.kind.part(part) is None:
        raise refuse("请选会议的环节。")
    if not 1 <= minutes <= 60:
        raise refuse("发言时间写 1 到 60 分钟。")
    question = case.speeches.filter(pk=replies_to).first() if replies_to else None
    if replies_to and question is None:
        raise refuse("没有这个提问。")
    most = case.speeches.aggregate(m=Max("order"))["m"] or 0
    speech = Speech.objects.create(
        committee_id=case.committee_id,
        consultation=case,
        order=most + 1,
        part=part,
        party=row,
        topic=topic.strip()[:80],
        minutes=minutes,
        starts_at=clock_of(starts_at),
        replies_to=question,
    )
    return Done(about=speech, detail={"part": part, "minutes": minutes}, result=speech)


def clock_of(text: str) -> time | None:
    """14:30, or nothing."""
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip())
    except ValueError:
        raise refuse("时间请写成 14:30 这样。") from None
