"""来声：转交办."""

from datetime import date

from ...journal.kinds import type_of
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors


@verb(VOICE, "turn_to_task", Voice)
def turn_to_task(
    case: Voice, seat: Seat, *, owner: int, title: str = "", due_on: date | None = None
) -> Done:
    """A visible act makes a duty of it; the source stays protected, the unit sees the edited words."""
    if case.masked:
        raise refuse("匿名来件指名道姓，请先编写去掉姓名的标题和正文，再转单位。")
    task = assign_task(
        seat,
        title=(title.strip() or case.edited_title or case.title)[:300],
        owner=owner,
        due_on=due_on,
        basis=f"{case.get_kind_display()} {case.number_label}",
        source_type=type_of(case),
        source_id=case.pk,
        case_type=type_of(case),
        case_id=case.pk,
    )
    case.turned_type, case.turned_id = type_of(task), task.pk
    tell_authors(case, seat, "turn_to_task", "已转有关单位办理，办到哪里可以在这件里看到。")
    return Done(detail={"unit": owner, "task": task.pk})
