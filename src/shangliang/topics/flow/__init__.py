"""This room's tables: topic, plan, consultation, result, side."""

from .consultation import CONSULTATION
from .path import PATH
from .plan import PLAN
from .question import QUESTION
from .result import RESULT
from .side import SIDE
from .topic import TOPIC

__all__ = ["CONSULTATION", "PATH", "PLAN", "QUESTION", "RESULT", "SIDE", "TOPIC"]
