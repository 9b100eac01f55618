"""约讲：讲过了."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..counting import keep, mark
from ..flow import TALK
from ..models import Item, Talk
from ..rows import kept_step


@verb(TALK, "hold_talk", Talk)
def hold_talk(
    case: Talk, seat: Seat, *, audience: int, recording: str, proof: str, feedback: str = ""
) -> Done:
    """Held: it becomes a record of the programme and counts, once."""
    book = case.programme.book.counting
    if book is None or recording not in Talk.Recording.values:
        raise refuse("请选有没有录音录像。")
    if audience < 1:
        raise refuse("听众至少一人，没有人来的请取消并写明。")
    if not proof.strip():
        raise refuse("请写凭据：照片、签到在哪里。没有凭据的不算数。")
    case.audience, case.recording = audience, recording
    case.feedback = feedback.strip()[:300]
    label = str(Talk.Recording(recording).label)
    data = {
        "place": case.venue, "speaker": case.speaker.title, "audience": str(audience),
        "story": case.speaker.data.get("story", ""), "recording": label, "feedback": case.feedback,
    }  # fmt: skip
    row = Item(
        committee_id=case.committee_id, programme=case.programme, sheet=book.code, on=case.day,
        title=f"{case.speaker.title}在{case.venue}"[:160], partner=case.partner, step=book.first,
        counter=case.counter, data=data, proof=proof.strip()[:300], by_id=seat.person_id,
        once=mark(book, case.counter_id, case.day, data),
    )  # fmt: skip
    keep(row)
    kept_step(row, "", "", seat)
    case.record = row
    return Done(about=row, detail={"audience": audience})
