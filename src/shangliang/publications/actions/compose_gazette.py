"""编排: which texts, in which order, under which name."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAZETTE
from ..models import Gazette
from .start_gazette import lay


@verb(GAZETTE, "compose_gazette", Gazette)
def compose_gazette(
    case: Gazette, seat: Seat, *, name: str, pieces: Sequence[int], preface: str = ""
) -> Done:
    """As often as needed, until it is signed."""
    case.name = name.strip().strip("《》")[:40]
    if not case.name:
        raise refuse("请写刊名。")
    case.preface = preface.strip()[:300]
    lay(case, pieces)
    return Done(detail={"count": len(pieces)})
