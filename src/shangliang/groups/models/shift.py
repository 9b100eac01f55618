"""Shift (值班): one person, one working day, one studio; what was heard then."""

from datetime import time
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..words import MATTERS
from .team import Team


class Shift(CommitteeOwned):
    """``person`` is on duty; ``first_person`` was at first, ``stand_in`` is asked to take it over."""

    part_of = "team"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="shifts")
    day = models.DateField("日期")
    begins = models.TimeField("起", default=time(9))
    ends = models.TimeField("止", default=time(11, 30))
    state = models.CharField("状态", max_length=8, default="planned")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="shifts")
    first_person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    stand_in = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_at = models.DateTimeField("提醒", null=True, blank=True)
    why = models.CharField("原因", max_length=120, blank=True)

    class Meta:
        ordering = ("day", "begins", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "day", "begins"],
                condition=~models.Q(state="dropped"),
                name="one_shift_at_a_time_in_a_team",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "person", "day"])]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.begins:%H:%M}"

    @property
    def root(self) -> Team:
        return self.team

    def get_absolute_url(self) -> str:
        return reverse("shift", args=[self.pk])


class Heard(CommitteeOwned):
    """One matter heard on duty: a category and a sentence, never who said it. What became of it is
    ``source_*`` (a voice or a topic) or the answer given on the spot."""

    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="heard")
    matter = models.CharField("哪方面", max_length=12, choices=list(MATTERS.items()))
    text = models.CharField("说了什么事", max_length=300)
    answer = models.CharField("当场怎么答的", max_length=300, blank=True)
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "-at"])]

    def __str__(self) -> str:
        return self.text
