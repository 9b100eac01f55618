"""Teams with what they do; people on lists by consent; contacts."""

from .link import OwnLink
from .listed import Asking, Listed, Touch
from .rule import CompositionRule, Minimum
from .shift import Heard, Shift
from .team import Effort, PlanLine, Team

__all__ = [
    "Asking",
    "CompositionRule",
    "Effort",
    "Heard",
    "Listed",
    "Minimum",
    "OwnLink",
    "PlanLine",
    "Shift",
    "Team",
    "Touch",
]
