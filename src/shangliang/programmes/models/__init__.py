"""A programme with its partners and plan; the rows of its sheets with their history."""

from .item import Item, ItemStep
from .programme import Contributor, Programme, Undertaking

__all__ = ["Item", "ItemStep", "Undertaking", "Contributor", "Programme"]
