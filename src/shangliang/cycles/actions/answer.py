"""县区建议：答复."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUGGESTION
from ..models import Suggestion
from ..suggestions import inform


@verb(SUGGESTION, "answer", Suggestion)
def answer(case: Suggestion, seat: Seat, *, text: str) -> Done:
    """The answer goes to everyone who asked, those merged in too."""
    if len(text.strip()) < 10:
        raise refuse("请写答复：怎么办、什么时候办，或者为什么办不了。")
    case.answer, case.answered_on = text.strip(), today()
    asked = [case.unit_id, *case.merged.values_list("unit_id", flat=True)]
    inform(case, asked, f"{case.addressee}答复了建议：{case.title}")
    return Done(detail={"units": len(set(asked))})
