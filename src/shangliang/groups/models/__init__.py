"""Teams with what they do; people on lists by consent; contacts."""

from .booking import Booking
from .link import OwnLink
from .listed import Asking, Listed, Touch
from .point_report import PointReport
from .rule import CompositionRule, Minimum
from .shift import Heard, Shift
from .team import Effort, PlanLine, Team

__all__ = [
    "Asking",
    "Booking",
    "CompositionRule",
    "Effort",
    "Heard",
    "Listed",
    "Minimum",
    "OwnLink",
    "PlanLine",
    "PointReport",
    "Shift",
    "Team",
    "Touch",
]
