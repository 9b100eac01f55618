"""新开一场: a draft only the host sees."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Round
from ..reasons import POLICY


@act("round.start", "新开一场", Role.ORGANISER, Role.CONVENOR)
def start_round(
    seat: Seat,
    *,
    title: str,
    intro: str = "",
    entry: str = Round.Entry.OPEN,
    about_type: str = "",
    about_id: int | None = None,
    before: int | None = None,
) -> Done:
    """A round to be filled with statements. ``about_*`` names the consultation it belongs to."""
    title = " ".join(title.split())
    if not 4 <= len(title) <= 80:
        raise refuse("题目写成一句问话，4 到 80 个字。")
    round_ = Round.objects.create(
        committee_id=seat.committee_id,
        title=title,
        intro=intro.strip(),
        policy=POLICY,
        entry=entry,
        about_type=about_type,
        about_id=about_id,
        before_id=before,
        by_id=seat.person_id,
    )
    return Done(case=round_, result=round_)
