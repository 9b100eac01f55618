"""The tables (流程) of a proposal, of a unit's assignment, and of a reply."""

from . import sentences  # noqa: F401  what the help page says of each predicate
from .assignment import ASSIGNMENT
from .proposal import PROPOSAL
from .reply import REPLY

__all__ = ["ASSIGNMENT", "PROPOSAL", "REPLY"]
