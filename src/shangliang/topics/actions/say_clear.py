"""提问的人说明不明白."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import Question
from ..telling import tell

TWICE = 2


@act("question.judge", "提问的人说明不明白")
def say_clear(seat: Seat, *, code: str, clear: bool, unclear: str = "") -> Done:
    """Whoever holds the receipt says whether the answer was clear; unclear goes back once."""
    row = Question.objects.select_for_update().filter(public_code=code.strip().upper()).first()
    if row is None or row.committee_id != seat.committee_id:
        raise refuse("没有查到这个回执号。", "wall")
    if row.state != "answered":
        raise refuse("现在没有等您回应的解答。", "state")
    if not clear and len(unclear.strip()) < 2:
        raise refuse("请写哪里还不明白，好再答一次。")
    keep_secrets_out(unclear)
    row.unclear = "" if clear else unclear.strip()[:200]
    row.state = "clear" if clear else "unclear" if row.answers < TWICE else "open"
    row.save(update_fields=["state", "unclear"])
    if row.state == "unclear":
        matter = row.consultation
        tell(
            matter,
            [matter.made_by_id],
            "question.unclear",
            f"还不明白：{row.text[:60]}",
            seat,
            True,
        )
    return Done(case=row, detail={"clear": clear, "times": row.answers})
