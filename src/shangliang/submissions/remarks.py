"""Writing the words that go with a verb."""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Remark, Submission

LONGEST = 2000


def remark(case: Submission, seat: Seat, verb: str, text: str, missing: str) -> Remark:
    """Keep ``text`` as the words of ``verb``; when it is empty, refuse with ``missing``."""
    text = text.strip()
    if not text:
        raise refuse(missing)
    if len(text) > LONGEST:
        raise refuse(f"附言最多 {LONGEST} 字，现在 {len(text)} 字。")
    return Remark.objects.create(
        committee_id=case.committee_id,
        submission=case,
        verb=verb,
        text=text,
        by_id=seat.person_id,
    )


def last_remark(case: Submission, *verbs: str) -> Remark | None:
    """The newest words of one of these verbs."""
    return case.remarks.filter(verb__in=verbs).select_related("by").first()
