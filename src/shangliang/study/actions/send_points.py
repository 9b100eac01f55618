"""学习内容：要点送去拆解."""

from ...documents.actions.take_in import take_in
from ...documents.models import Intake
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ITEM
from ..models import StudyItem


@verb(ITEM, "send_points", StudyItem)
def send_points(case: StudyItem, seat: Seat) -> Done:
    """The points become a text of 文件拆解: clauses there, and from clauses tasks (S-101)."""
    case.intake = take_in(
        seat,
        text=case.points,
        kind=Intake.Kind.STUDY,
        title=f"{case.title}：要点",
        about_type="studyitem",
        about_id=case.pk,
    )
    return Done(detail={"intake": case.intake.pk})
