"""Targets (目标): a tree from city to county, with a value or a rule, evaluated when figures arrive."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .figures import InWords, Region, Yardstick


class Target(InWords, CommitteeOwned):
    """What a region is to reach in a period: a value, a rule of the small language, or both."""

    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="targets")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="targets")
    period = models.CharField("期间", max_length=8)
    value = models.DecimalField("目标值", max_digits=20, decimal_places=4, null=True, blank=True)
    rule = models.CharField("目标规则", max_length=200, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    basis = models.CharField("依据", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("period", "region__rank", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "yardstick", "region", "period"], name="one_target_a_period"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "period"])]

    def __str__(self) -> str:
        return f"{self.region} {self.yardstick} {self.period}"
