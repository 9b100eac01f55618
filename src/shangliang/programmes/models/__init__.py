"""A programme with its partners and plan; the rows of its sheets with their history; counters; talks."""

from .counter import Counter, Share
from .item import Item, ItemStep
from .programme import Contributor, Programme, Undertaking
from .talk import Talk

__all__ = [
    "Contributor",
    "Counter",
    "Item",
    "ItemStep",
    "Programme",
    "Share",
    "Talk",
    "Undertaking",
]
