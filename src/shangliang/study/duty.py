"""要学的: a note of one's own, as it is kept."""

from django.utils import timezone

from ..procedures.verdicts import refuse
from .models import StudyDuty, StudyNote

LONGEST = 2000


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
