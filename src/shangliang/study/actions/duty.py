"""要学的: read, a note of one's own, shared or not, excused."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DUTY
from ..models import StudyDuty, StudyNote

LONGEST = 2000


@verb(DUTY, "confirm_read", StudyDuty)
def confirm_read(case: StudyDuty, seat: Seat, *, note: str = "", share: bool = False) -> None:
    """The reader's own word. A note is private unless shared at once or later."""
    case.how, case.done_at = StudyDuty.How.SELF, timezone.now()
    if note.strip():
        keep(case, note, share)
    elif share:
        raise refuse("还没有写心得，没有可分享的。")


def keep(case: StudyDuty, text: str, share: bool | None = None) -> None:
    """The note as it is now; ``share`` None leaves it as it was."""
    if len(text.strip()) > LONGEST:
        raise refuse(f"心得最多 {LONGEST} 字；要写长的，请交成文章。")
    row = StudyNote.objects.filter(committee_id=case.committee_id, duty=case).first()
    row = row or StudyNote(committee_id=case.committee_id, duty=case)
    row.text = text.strip()
    if share is not None:
        row.shared_at = timezone.now() if share else None
    row.save()


@verb(DUTY, "write_note", StudyDuty)
def write_note(case: StudyDuty, seat: Seat, *, note: str) -> None:
    """Private, or as it was. A changed note is shared anew only by its writer."""
    if not note.strip():
        raise refuse("请写学到了什么。")
    keep(case, note)


@verb(DUTY, "share_note", StudyDuty)
def share_note(case: StudyDuty, seat: Seat) -> None:
    """Everybody who learns can read it beside the item."""
    case.note.shared_at = timezone.now()
    case.note.save()


@verb(DUTY, "unshare_note", StudyDuty)
def unshare_note(case: StudyDuty, seat: Seat) -> None:
    """Private again."""
    case.note.shared_at = None
    case.note.save()


@verb(DUTY, "excuse", StudyDuty)
def excuse(case: StudyDuty, seat: Seat, *, why: str) -> None:
    """Not counted, neither as done nor as missing; the reason is read by the office and the person."""
    if not why.strip():
        raise refuse("请写为什么免修。")
    case.why = why.strip()[:200]


@verb(DUTY, "unexcuse", StudyDuty)
def unexcuse(case: StudyDuty, seat: Seat) -> Done:
    """Counted again."""
    case.why = ""
    return Done()
