"""The tables (流程) of calls, hand-ins, suggestions, instructions, and of what organs have on their agenda."""

from . import sentences  # noqa: F401  what the help page says of each predicate
from .call import CALL
from .handin import HANDIN
from .instruction import INSTRUCTION
from .matter import MATTER
from .organ_meeting import ORGAN_MEETING
from .relay import RELAY
from .sitting import SITTING
from .suggestion import SUGGESTION

__all__ = [
    "CALL",
    "HANDIN",
    "INSTRUCTION",
    "MATTER",
    "ORGAN_MEETING",
    "RELAY",
    "SITTING",
    "SUGGESTION",
]
