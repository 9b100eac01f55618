"""Every place a person can go, by step of the loop and by role. A room adds its line to its step's file.

The step of the loop shows in the head; the places of the step in use stand in a row below it. A
place shows when its address exists and the seat has one of its roles (no role: every seat).
"""

from . import carrying_out, consulting, keeping, learning, sensing
from .kinds import BUSINESS, Place

__all__ = ["BUSINESS", "PLACES", "STEPS", "Place"]

STEPS = ("学习", "察情", "差距", "协商", "建言", "办理", "成效", "公开", "队伍", "名册", "管理")
PLACES = (
    *learning.PLACES,
    *sensing.PLACES,
    *consulting.PLACES,
    *carrying_out.PLACES,
    *keeping.PLACES,
)
