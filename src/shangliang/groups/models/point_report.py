"""Report of a point (一周需要): how often a kind of need came up at one place in one week, never whose."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from ..words import MATTERS
from .team import Team


class PointReport(CommitteeOwned):
    """``week`` is its Monday. One line a kind of matter; a second word of the same week replaces it."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="reports")
    week = models.DateField("哪一周")
    matter = models.CharField("哪方面", max_length=12, choices=list(MATTERS.items()))
    times = models.PositiveSmallIntegerField("几件")
    text = models.CharField("一句话", max_length=120, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-week", "-times", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "week", "matter"], name="a_point_says_a_matter_once_a_week"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "-week"])]

    def __str__(self) -> str:
        return f"{self.get_matter_display()} {self.times}"
