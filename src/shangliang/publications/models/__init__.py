"""Texts with their reviews and proofs; issues; the press; who took an experience up; talks and their answers."""

from .gazette import Gazette
from .lecture import Doubt, Lecture
from .piece import Amendment, Piece, PieceHand, Proof
from .press import Clipping, Outlet
from .uptake import Uptake, UptakeNote

__all__ = [
    "Amendment",
    "Clipping",
    "Doubt",
    "Gazette",
    "Lecture",
    "Outlet",
    "Piece",
    "PieceHand",
    "Proof",
    "Uptake",
    "UptakeNote",
]
