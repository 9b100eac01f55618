"""文件拆解：拆完."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import INTAKE
from ..models import Intake


@verb(INTAKE, "close", Intake)
def close(case: Intake, seat: Seat) -> Done:
    """Everything is decided."""
    return Done(detail={"extracts": case.extracts.filter(state="made").count()})
