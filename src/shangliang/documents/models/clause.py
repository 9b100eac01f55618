"""Clause (条目) of a document, what is done to carry it out, and how often it was used."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .document import Document
from .intake import Intake


class Clause(CommitteeOwned):
    """One accepted clause. ``address`` is stable: "1.一.（二）" names it in every later draft."""

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="clauses")
    extract = models.OneToOneField(
        "documents.Extract", on_delete=models.PROTECT, null=True, blank=True, related_name="clause"
    )
    part = models.PositiveSmallIntegerField(default=1)
    order = models.PositiveIntegerField(default=0)
    level = models.PositiveSmallIntegerField(default=1)
    address = models.CharField("条目号", max_length=120)
    text = models.CharField("条目", max_length=400)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="责任单位",
    )  # fmt: skip
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("part", "order")
        indexes: ClassVar = [models.Index(fields=["committee", "intake", "part", "order"])]

    def __str__(self) -> str:
        return self.text


class ClauseMeasure(CommitteeOwned):
    """What somebody does to carry a clause out: column, owner, measure, day, state, evidence.

    For a policy of support from above ``money`` is what was got, ``obstacle`` what stands in the way.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "已定"
        DOING = "doing", "在办"
        DONE = "done", "已落实"
        BLOCKED = "blocked", "有阻碍"

    part_of = "clause"

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="measures")
    column = models.PositiveSmallIntegerField("栏", default=0)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="责任单位"
    )
    text = models.CharField("措施", max_length=300)
    due_on = models.DateField("时限", null=True, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PLANNED)
    result = models.CharField("结果", max_length=300, blank=True)
    money = models.DecimalField(
        "争取到（万元）", max_digits=14, decimal_places=2, null=True, blank=True
    )
    obstacle = models.CharField("阻碍", max_length=300, blank=True)
    evidence = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    done_on = models.DateField(null=True, blank=True)
    task_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("column", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "clause"])]

    def __str__(self) -> str:
        return self.text


class ClauseUse(CommitteeOwned):
    """How many used a clause of a policy up to a day (S-159); counts only, never names."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="uses")
    on = models.DateField("截至")
    count = models.PositiveIntegerField("受益（家、人）")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return f"{self.on} {self.count}"
