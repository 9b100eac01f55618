"""文件拆解：再拆."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import INTAKE
from ..models import Intake


@verb(INTAKE, "reopen", Intake)
def reopen(case: Intake, seat: Seat) -> Done:
    """To go on."""
    return Done()
