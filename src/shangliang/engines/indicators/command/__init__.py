"""``shangliang gaps FIGURES.csv --weights WEIGHTS.csv --json OUT``: without a database, at once."""

from .figures import read_figures
from .main import main

__all__ = ["main", "read_figures"]
