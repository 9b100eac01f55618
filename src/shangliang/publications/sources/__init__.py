"""Which results may be told: one module a room, each registers itself when it is imported."""

from . import advice, councils, effects, figures, proposals, replies, rounds

__all__ = ["advice", "councils", "effects", "figures", "proposals", "replies", "rounds"]
