"""反馈作者, 答复群众, 办结: the outcome goes back to everyone who spoke, by notice and by receipt."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors
from ..words import remark


@verb(VOICE, "answer_back", Voice)
def answer_back(case: Voice, seat: Seat, *, text: str) -> Done:
    """One text to all authors; who has no account finds it under the receipt number."""
    remark(case, seat, "answer_back", text, "请写结果怎样。")
    told = tell_authors(case, seat, "answer_back", f"结果：{text.strip()}"[:220])
    return Done(detail={"count": told})
