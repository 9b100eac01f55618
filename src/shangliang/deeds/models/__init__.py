"""Rows of 履职: what a member reports, confirms or contests, shows to colleagues, and the ledger of points."""

from .homework import SharedWork, WorkComment
from .points import Entry, Exemption, PointTable
from .record import Confirmation, Contest, Deed, Statement

__all__ = [
    "Confirmation",
    "Contest",
    "Deed",
    "Entry",
    "Exemption",
    "PointTable",
    "SharedWork",
    "Statement",
    "WorkComment",
]
