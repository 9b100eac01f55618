"""弃去: a draft that nobody needs. The log keeps that there was one."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from .draft_rulebook import EDITORS
from .edit_rulebook import locked_draft


@act("rulebook.discard", "弃去规程草稿", *EDITORS)
def discard_rulebook(seat: Seat, pk: int) -> Done:
    """No case ever followed a draft, so nothing else changes."""
    book = locked_draft(seat, pk, "弃去")
    version = book.version
    book.state = book.State.DISCARDED
    book.save()
    return Done(case=book, detail={"version": version})
