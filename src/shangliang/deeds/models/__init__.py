"""Rows of 履职: what a member reports, confirms or contests, and the ledger of points."""

from .points import Entry, Exemption, PointTable
from .record import Confirmation, Contest, Deed, Statement

__all__ = ["Confirmation", "Contest", "Deed", "Entry", "Exemption", "PointTable", "Statement"]
