"""联合协商（本方）：同意这一稿."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..models import Side, Space


@verb(SIDE, "agree_text", Side)
def agree_text(case: Side, seat: Seat, *, revision: int) -> Done:
    """To the text one has read: changed meanwhile, it must be read again."""
    space = Space.objects.get(pk=case.space_id)
    if revision != space.revision:
        raise refuse(f"文本已经改到第 {space.revision} 稿，请看过新稿再点同意。")
    case.agreed_revision = revision
    return Done(detail={"revision": revision})
