"""The tables (流程) of calls, of what is handed in, of suggestions and of instructions."""

from . import sentences  # noqa: F401  what the help page says of each predicate
from .call import CALL
from .handin import HANDIN
from .instruction import INSTRUCTION
from .relay import RELAY
from .sitting import SITTING
from .suggestion import SUGGESTION

__all__ = ["CALL", "HANDIN", "INSTRUCTION", "RELAY", "SITTING", "SUGGESTION"]
