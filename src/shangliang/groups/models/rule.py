"""What is the least a team does in a year, and how a term is to be composed: each with its source."""

from decimal import Decimal
from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned, Term
from ..words import FORMS, MEASURES, SCOPES


class Minimum(CommitteeOwned):
    """From ``year`` on a team of ``form`` does at least ``least`` of ``kind``; 0 ends the rule."""

    form = models.CharField("类型", max_length=10, choices=list(FORMS.items()))
    kind = models.CharField("做什么", max_length=12)
    least = models.PositiveSmallIntegerField("一年至少")
    year = models.PositiveSmallIntegerField("从哪年起")
    source = models.CharField("依据", max_length=200)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("form", "kind", "-year", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "form", "year"])]

    def __str__(self) -> str:
        return f"{self.form} {self.kind} {self.least}"


class CompositionRule(CommitteeOwned):
    """One rule on who makes up a term: a share or a count, at least or at most, with its source."""

    class Way(models.TextChoices):
        LEAST = "least", "不少于"
        MOST = "most", "不超过"

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="composition")
    scope = models.CharField("在哪些人里", max_length=10, choices=list(SCOPES.items()))
    measure = models.CharField("看什么", max_length=12, choices=list(MEASURES.items()))
    sector = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    way = models.CharField("要求", max_length=6, choices=Way.choices)
    value = models.DecimalField("数", max_digits=6, decimal_places=1)
    percent = models.BooleanField("是百分比", default=True)
    source = models.CharField("依据", max_length=200)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("scope", "id")

    def __str__(self) -> str:
        return f"{MEASURES[self.measure]} {self.get_way_display()} {self.wanted}"

    @property
    def wanted(self) -> str:
        """40% or 3 人."""
        number = f"{Decimal(self.value):f}".rstrip("0").rstrip(".")
        return f"{number}%" if self.percent else f"{number} 人"
