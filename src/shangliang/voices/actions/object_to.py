"""来声：不同意，请改."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..people import editors
from ..words import remark
from .ask_consent import answer


@verb(VOICE, "object", Voice)
def object_to(case: Voice, seat: Seat, *, note: str) -> Done:
    """Back to the editor with the author's words; nothing is printed against an author's no."""
    remark(case, seat, "object", note, "请写哪里不对，编辑好改。")
    answer(case, seat, "no", note.strip()[:500])
    post(
        committee_id=case.committee_id,
        to=[case.editor_id] if case.editor_id else editors(case.committee_id),
        kind="voice.object",
        text=f"作者要求修改：{case.shown_title}",
        case=case,
        url=f"/voices/desk/?tab=editing&case={case.pk}",
        needs_act=True,
    )
    return Done(detail={"round": case.round})
