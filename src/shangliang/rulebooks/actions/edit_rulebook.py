"""修改: a draft's name and body. What is published is never touched again."""

from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Rulebook
from ..toml_text import plain
from ..troubles import check
from .draft_rulebook import EDITORS


def locked_draft(seat: Seat, pk: int, doing: str) -> Rulebook:
    """The draft's row, locked. Raises Refused for another committee's or a published one."""
    book = (
        Rulebook.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if book is None:
        raise refuse("没有找到这一版规程，可能已被弃去。", "wall")
    if book.state != Rulebook.State.DRAFT:
        raise refuse(f"已发布的规程不能{doing}。请以它为底另起一版。", "state")
    return book


@act("rulebook.edit", "修改规程", *EDITORS)
def edit_rulebook(
    seat: Seat, pk: int, *, stamp: str, part: str, body: dict[str, Any], name: str | None = None
) -> Done:
    """Save the whole body, changed in ``part``.

    ``stamp``: what the editor saw; refused with kind ``conflict`` when somebody saved since.
    """
    book = locked_draft(seat, pk, "修改")
    if book.stamp != stamp:
        raise refuse(
            "您打开之后，别人改过这份草稿。您填的还在下面，请对照新的一版再保存。", "conflict"
        )
    rules, troubles = check(body)
    if rules is None:
        raise refuse("；".join(map(str, troubles[:5])))
    book.body = plain(rules.model_dump(mode="json"))
    if name is not None:
        book.name = name.strip()[:120] or book.name
    book.edited_by_id = seat.person_id
    book.save()
    return Done(case=book, detail={"version": book.version, "part": part})
