"""不再上会: with a reason, which is added to the matter."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MATTER
from ..models import Matter


@verb(MATTER, "drop_matter", Matter)
def drop_matter(case: Matter, seat: Seat, *, reason: str) -> Done:
    """The trail stays."""
    if not reason.strip():
        raise refuse("请写为什么不再上会。")
    case.text = f"{case.text}\n（不再上会：{reason.strip()}）"[:2400]
    return Done()
