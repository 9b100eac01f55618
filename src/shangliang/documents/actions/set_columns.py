"""文件拆解：设对照表的栏."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Intake


@verb(INTAKE, "set_columns", Intake)
def set_columns(case: Intake, seat: Seat, *, columns: str) -> Done:
    """Names of the columns of the clause matrix, one a line (S-097: 四个结合)."""
    names = [name.strip()[:30] for name in columns.splitlines() if name.strip()]
    if len(names) > 8:
        raise refuse("最多八栏。")
    if len(set(names)) != len(names):
        raise refuse("有两栏同名。")
    case.columns = names
    return Done(detail={"count": len(names)})
