"""改登记: place, whom it serves, which special committee it stands with."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Team
from ..words import KIND_OF
from .add_team import guide_of


@verb(TEAM, "edit_team", Team)
def edit_team(
    case: Team,
    seat: Seat,
    *,
    form: str = "",
    basis: str = "",
    place: str = "",
    serves: str = "",
    guide: int | None = None,
    note: str = "",
) -> Done:
    """``form`` changes only between a studio and a contact point, which are one kind of body."""
    form = form or case.form
    if KIND_OF.get(form) != KIND_OF[case.form]:
        raise refuse(f"{case.form_label}不能改成这一类，请另外登记。")
    case.form, case.guide = form, guide_of(seat, guide)
    case.basis, case.place = basis.strip()[:60], place.strip()[:120]
    case.serves, case.note = serves.strip()[:300], note.strip()[:300]
    return Done(detail={"kind": form, "guide": guide})
