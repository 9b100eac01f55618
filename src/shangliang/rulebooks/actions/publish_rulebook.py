"""发布: from a date on, new cases follow this version. A second person does it."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from ...journal.digest import digest
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Rulebook
from ..troubles import check
from .edit_rulebook import locked_draft

PUBLISHERS = (Role.LEADER, Role.CLERK)


def body_digest(book: Rulebook) -> str:
    """What the event keeps of the text, so that a later change of the row shows."""
    return digest("", book.body, settings.JOURNAL_DIGEST)


# 两人制: who wrote it does not publish it (house rule for what binds every later case).
@act("rulebook.publish", "发布规程", *PUBLISHERS)
def publish_rulebook(seat: Seat, pk: int, *, valid_from: date) -> Done:
    """Cases begun on or after ``valid_from`` follow it; cases at hand keep theirs (S-048)."""
    book = locked_draft(seat, pk, "再发布")
    if seat.person_id == book.edited_by_id:
        raise refuse("这份草稿最后是您改的，请由另一位提案委工作人员或政协领导发布。", "who")
    if valid_from < today():
        raise refuse(f"施行日不能早于今天（{today():%Y-%m-%d}），过去的事按当时的规程办。")
    if check(book.body)[0] is None:
        raise refuse("草稿还有没填对的地方，请先改好再发布。")
    book.state, book.valid_from = Rulebook.State.PUBLISHED, valid_from
    book.published_at, book.published_by_id = timezone.now(), seat.person_id or None
    book.save()
    return Done(
        case=book,
        detail={"version": book.version, "from": valid_from, "body": body_digest(book)},
    )
