"""加入成员: a dated tie; somebody may stand in several groups."""

from collections.abc import Sequence
from datetime import date

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..belonging import put_in
from ..flow import TEAM
from ..models import Team
from ..words import TITLES


@verb(TEAM, "join", Team)
def join(
    case: Team,
    seat: Seat,
    *,
    people: Sequence[int],
    title: str = "",
    start: date | None = None,
    end: date | None = None,
    basis: str = "",
) -> Done:
    """All of ``people`` from ``start``; each is told."""
    chosen = list(dict.fromkeys(people))
    if not chosen:
        raise refuse("请选要加入的人。")
    if title and title not in TITLES:
        raise refuse("没有这个职务，请从列出的里选。")
    made = [put_in(case, who, title, start, end, basis) for who in chosen]
    post(
        committee_id=case.committee_id,
        to=chosen,
        kind="team.join",
        text=f"您已加入{case}" + (f"，任{title}" if title else ""),
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(about=made[0], detail={"count": len(made), "on": made[0].start})
