"""Documents and what is read out of them: intakes, extracts, clauses."""

from .clause import Clause, ClauseMeasure, ClauseUse
from .document import Document, where
from .extract import Extract
from .intake import Intake, IntakeParagraph, IntakePart

__all__ = [
    "Clause",
    "ClauseMeasure",
    "ClauseUse",
    "Document",
    "Extract",
    "Intake",
    "IntakeParagraph",
    "IntakePart",
    "where",
]
