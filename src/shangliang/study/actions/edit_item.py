"""学习内容：改内容."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..item import words
from ..models import StudyItem


@verb(ITEM, "edit_item", StudyItem)
def edit_item(
    case: StudyItem,
    seat: Seat,
    *,
    kind: str,
    title: str,
    text: str = "",
    hours: int = 0,
    induction: bool = False,
) -> None:
    """Once given out its way stays: people were told of that one."""
    if case.state == "open" and kind != case.kind:
        raise refuse("已经布置了，学习方式不能再改；要换方式，取消这一项，另加一项。")
    words(case, kind, title, text, hours, induction)
