"""Booking (订场地): half a day of a place that is kept for somebody."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..slots import SLOTS
from .team import Team


class Booking(CommitteeOwned):
    """One slot of one day at one place; the database itself keeps two from standing there."""

    part_of = "team"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="bookings")
    day = models.DateField("日期")
    slot = models.CharField("时段", max_length=10, choices=[(k, s.label) for k, s in SLOTS.items()])
    state = models.CharField("状态", max_length=8, default="booked")
    title = models.CharField("做什么", max_length=80)
    people = models.PositiveSmallIntegerField("人数", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    why = models.CharField("退订的原因", max_length=120, blank=True)

    class Meta:
        ordering = ("day", "slot", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "day", "slot"],
                condition=~models.Q(state="dropped"),
                name="a_place_is_booked_once_at_a_time",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "team", "day"])]

    def __str__(self) -> str:
        return f"{self.title}（{self.day:%-m 月 %-d 日}{SLOTS[self.slot].label}）"

    @property
    def root(self) -> Team:
        return self.team

    def over(self, today: date) -> bool:
        """Its day is past."""
        return self.day < today

    def get_absolute_url(self) -> str:
        return reverse("team-slots", args=[self.team_id]) + f"?from={self.day:%Y-%m-%d}"
