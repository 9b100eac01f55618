"""Words that go with a verb of this room."""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from ..submissions.texts import plain
from .models import Remark, Voice

LONGEST = 2000


def remark(case: Voice, seat: Seat, verb: str, text: str, missing: str) -> Remark:
    """Keep ``text`` as the words of ``verb``; when it is empty, refuse with ``missing``."""
    text = plain(text)
    if not text and missing:
        raise refuse(missing)
    if len(text) > LONGEST:
        raise refuse(f"附言最多 {LONGEST} 字，现在 {len(text)} 字。")
    return Remark.objects.create(
        committee_id=case.committee_id,
        voice=case,
        verb=verb,
        text=text,
        by_id=seat.person_id or None,
    )
