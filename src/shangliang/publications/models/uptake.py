"""Uptake (采用): a county or unit took an experience up, and what became of it there."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .piece import Piece


class Uptake(CommitteeOwned):
    """One place that says "we took this up". ``told``: how the desk knows, when it wrote it down."""

    part_of = "piece"

    class Came(models.TextChoices):
        TRYING = "", "在做"
        WORKED = "worked", "做成了"
        PARTLY = "partly", "做成一部分"
        FAILED = "failed", "没有做成"

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="uptakes")
    who = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    text = models.CharField("学了什么", max_length=300)
    on = models.DateField("哪天起")
    told = models.CharField("怎么知道的", max_length=120, blank=True)
    came = models.CharField("后来怎样", max_length=8, choices=Came.choices, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["piece", "who"], name="a_place_takes_up_once")
        ]

    def __str__(self) -> str:
        return str(self.who)


class UptakeNote(CommitteeOwned):
    """What became of it, note by note."""

    uptake = models.ForeignKey(Uptake, on_delete=models.CASCADE, related_name="notes")
    text = models.CharField("后来怎样", max_length=300)
    on = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:40]
