"""Documents become clauses, tasks, figures, gaps and doubts, each with its place in the source.

Plain Python: no web framework, no database, no model to download.
"""

from .engine import Read, Reading, read_source, read_text
from .output import as_json, as_xlsx
from .reading import KINDS, source_of_file
from .source import Source, source_of_text
from .units import COMMON, Lexicon, Unit, common_lexicon, units_in

__all__ = [
    "COMMON",
    "KINDS",
    "Lexicon",
    "Read",
    "Reading",
    "Source",
    "Unit",
    "as_json",
    "as_xlsx",
    "common_lexicon",
    "read_source",
    "read_text",
    "source_of_file",
    "source_of_text",
    "units_in",
]
