"""This room's tables: topic, plan, consultation, result, side."""

from .consultation import CONSULTATION
from .plan import PLAN
from .result import RESULT
from .side import SIDE
from .topic import TOPIC

__all__ = ["CONSULTATION", "PLAN", "RESULT", "SIDE", "TOPIC"]
