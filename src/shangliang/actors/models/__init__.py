"""The actors' tables: Actor and its aliases, Tie, terms and sessions, imports, guidance."""

from .actor import Actor, Alias, CommitteeOwned
from .contact import ContactChange
from .guidance import GuidanceNote
from .intake import ColumnMap, ImportSheet, Register
from .term import Session, Term
from .tie import Tie

__all__ = [
    "Actor",
    "Alias",
    "ColumnMap",
    "CommitteeOwned",
    "ContactChange",
    "GuidanceNote",
    "ImportSheet",
    "Register",
    "Session",
    "Term",
    "Tie",
]
