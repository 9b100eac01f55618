"""Tables of this room: 说明, 差距, 举措, 答卷."""

from .gap import GAP
from .measure import MEASURE
from .remark import REMARK
from .sheet import SHEET

__all__ = ["GAP", "MEASURE", "REMARK", "SHEET"]
