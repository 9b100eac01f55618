"""知识竞赛：改设置."""

from datetime import datetime

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import QUIZ
from ..models import Quiz
from ..quiz import settings


@verb(QUIZ, "edit_quiz", Quiz)
def edit_quiz(
    case: Quiz,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    minutes: int = 20,
    text: str = "",
    team_by: str = "",
    team_best: int = 3,
    squads: str = "",
    partial: bool = False,
    show_people: bool = False,
    item: int | None = None,
) -> None:
    """Everything may change until it opens."""
    settings(
        case,
        seat,
        title=title,
        starts_at=starts_at,
        ends_at=ends_at,
        minutes=minutes,
        text=text,
        team_by=team_by,
        team_best=team_best,
        squads=squads,
        partial=partial,
        show_people=show_people,
        item=item,
    )
