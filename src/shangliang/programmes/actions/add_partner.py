"""加参加方: a body or person of the register, with its part."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Contributor, Programme
from .start_programme import body_or_person


@verb(PROGRAMME, "add_partner", Programme)
def add_partner(case: Programme, seat: Seat, *, who: int, part: str = "") -> Done:
    """Its head, or the person, writes its rows from now on. One who left may come back."""
    actor = body_or_person(case.committee_id, who)
    if actor is None:
        raise refuse("请选参加方。")
    row, new = Contributor.objects.get_or_create(
        committee_id=case.committee_id, programme=case, who=actor, defaults={"since": today()}
    )
    if not new and row.left_on is None:
        raise refuse(f"{actor}已经参加了。")
    row.left_on, row.part = None, part.strip()[:200] or row.part
    row.save(update_fields=["left_on", "part"])
    return Done(about=row, detail={"who": who})
