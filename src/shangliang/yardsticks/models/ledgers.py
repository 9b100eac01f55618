"""Rows of 专项台账 and their history."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..ledgers.book import Ledger, ledgers
from .figures import Region


class Entry(CommitteeOwned):
    """One row: a firm, a project, a service; its fields are what its ledger asks."""

    ledger = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    other = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    step = models.CharField(max_length=20)
    data = models.JSONField(default=dict)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("登记")

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "ledger", "region"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("ledger-entry", args=[self.ledger, self.pk])

    @property
    def book(self) -> Ledger:
        return ledgers()[self.ledger]

    @property
    def step_label(self) -> str:
        return self.book.step(self.step).label

    def said(self) -> list[tuple[str, Any]]:
        """Label and value of what was said."""
        return [
            (f.label, self.data[f.code])
            for f in self.book.fields
            if self.data.get(f.code) not in (None, "")
        ]


class EntryStep(CommitteeOwned):
    """One step or change of a row: who, when, why; nothing is taken out."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="history")
    was = models.CharField(max_length=20, blank=True)
    step = models.CharField(max_length=20)
    note = models.CharField("说明", max_length=300, blank=True)
    # {field: [before, after]}
    changed = models.JSONField(default=dict)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.was} → {self.step}"
