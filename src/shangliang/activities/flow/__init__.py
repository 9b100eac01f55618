"""The tables (流程) of an activity, of one person's attendance, and of a finding."""

from . import sentences  # noqa: F401  what the help page says of each predicate
from .activity import ACTIVITY
from .attendance import ATTENDANCE
from .finding import FINDING

__all__ = ["ACTIVITY", "ATTENDANCE", "FINDING"]
