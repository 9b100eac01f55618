"""Item (一条): a row of a programme's sheet, with the evidence it rests on and its steps."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..book import Sheet
from .counter import Counter
from .programme import Contributor, Programme, Undertaking


class Item(CommitteeOwned):
    """What was given, held, collected, needed: its fields are what the sheet asks. Void rows stay."""

    part_of = "programme"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="items")
    sheet = models.CharField(max_length=20)
    title = models.CharField("名称", max_length=160)
    on = models.DateField("日期")
    partner = models.ForeignKey(
        Contributor, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    line = models.ForeignKey(
        Undertaking, on_delete=models.SET_NULL, null=True, blank=True, related_name="items"
    )
    # What it counts for, and the mark by which the same talk is known when it is entered again.
    counter = models.ForeignKey(
        Counter, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    once = models.CharField(max_length=64, blank=True)
    step = models.CharField(max_length=20, blank=True)
    data = models.JSONField(default=dict)
    proof = models.CharField("凭据", max_length=300, blank=True)
    void_why = models.CharField("作废的原因", max_length=120, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "once"],
                condition=models.Q(void_why="") & ~models.Q(once=""),
                name="a_record_counts_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "programme", "sheet", "-on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def book(self) -> Sheet:
        """Its sheet; a sheet that left the preset shows bare rows."""
        return self.programme.book.sheet(self.sheet) or Sheet(self.sheet, self.sheet, "条", "")

    @property
    def step_label(self) -> str:
        return self.book.step(self.step).label if self.step else ""

    def said(self, but: str = "") -> list[tuple[str, Any]]:
        """Label and value of what was said, without the private field when it is not to be seen."""
        return [
            (f.label, self.data[f.code])
            for f in self.book.fields
            if f.code != but and self.data.get(f.code) not in (None, "")
        ]

    def get_absolute_url(self) -> str:
        return reverse("programme-item", args=[self.pk])


class ItemStep(CommitteeOwned):
    """One step or correction of a row: who, when, on what ground."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="history")
    was = models.CharField(max_length=20, blank=True)
    step = models.CharField(max_length=20, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.was} → {self.step}"
