"""提出一个想法."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake import keep_secrets_out
from ..models import Path

STARTERS = (Role.MEMBER, Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER)


@act("path.start", "提出一个想法", *STARTERS)
def start_path(seat: Seat, *, title: str) -> Done:
    """An idea at its first station."""
    if len(title.strip()) < 4:
        raise refuse("请写一句话的想法，至少 4 个字。")
    keep_secrets_out(title)
    row = Path.objects.create(
        committee_id=seat.committee_id, title=title.strip()[:80], made_by_id=seat.person_id
    )
    return Done(case=row)
