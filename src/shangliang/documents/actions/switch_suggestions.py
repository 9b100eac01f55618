"""文件拆解：开关系统拟."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import INTAKE
from ..models import Intake


@verb(INTAKE, "switch_suggestions", Intake)
def switch_suggestions(case: Intake, seat: Seat) -> Done:
    """With suggestions off only what was marked by hand or decided is shown; nothing is lost."""
    case.suggestions = not case.suggestions
    return Done(detail={"on": case.suggestions})
