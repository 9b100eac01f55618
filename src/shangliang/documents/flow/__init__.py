"""The tables (流程) of a text being read and of each thing read out of it."""

from . import sentences  # noqa: F401  what the help page says of each predicate
from .extract import EXTRACT
from .intake import INTAKE

__all__ = ["EXTRACT", "INTAKE"]
