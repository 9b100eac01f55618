"""约讲: the other side hears of each step, and a no has its reason (S-142)."""

from ..notices.post import post
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Talk


def tell(row: Talk, to: list[int], kind: str, text: str, seat: Seat) -> None:
    """The other side hears of each step."""
    post(
        committee_id=row.committee_id, to=to, kind=f"talk.{kind}", text=text, case=row.programme,
        url=row.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip


def reason(why: str) -> str:
    """A word that must be said."""
    if not why.strip():
        raise refuse("请写原因。")
    return why.strip()[:120]
