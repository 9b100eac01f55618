"""The actors' tables: Actor and its aliases, Tie, and the calendar of terms and sessions."""

from .actor import Actor, Alias, CommitteeOwned
from .term import Session, Term
from .tie import Tie

__all__ = ["Actor", "Alias", "CommitteeOwned", "Session", "Term", "Tie"]
