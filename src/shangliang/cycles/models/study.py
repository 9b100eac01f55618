"""Study campaign (集中研讨) and its sheets: each gap leads to a measure, each measure to a result.

One shape serves the four steps (S-093), the three questions (S-094) and the check of attitudes (S-096).
Sheets are of units, never of a person's attitude (catalogue E3).
"""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Campaign(CommitteeOwned):
    """A round of study with its steps. A step of kind gap asks for a measure of kind measure."""

    title = models.CharField("名称", max_length=200)
    # [{"name": "找差距", "kind": "gap", "words": [...]}]; kinds: text, gap, measure.
    steps = models.JSONField("步骤")
    due_on = models.DateField("交表期限", null=True, blank=True)
    review_on = models.DateField("回头看", null=True, blank=True)
    closed = models.BooleanField("已结束", default=False)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("campaign", args=[self.pk])


class StudySheet(CommitteeOwned):
    """One unit's sheet. ``intake`` and ``part``: the speech it was made from, if from one."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="sheets")
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    intake = models.ForeignKey(
        "documents.Intake", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    part = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "unit"], name="a_unit_has_one_sheet")
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.campaign}"

    def get_absolute_url(self) -> str:
        return reverse("study-sheet", args=[self.pk])


class SheetEntry(CommitteeOwned):
    """One line of a sheet. A measure names the gap it answers, its day and its result."""

    sheet = models.ForeignKey(StudySheet, on_delete=models.CASCADE, related_name="entries")
    step = models.PositiveSmallIntegerField("第几步")
    text = models.CharField("内容", max_length=400)
    answers = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="measures"
    )
    due_on = models.DateField("时限", null=True, blank=True)
    result = models.CharField("结果", max_length=300, blank=True)
    result_on = models.DateField(null=True, blank=True)
    line = models.PositiveIntegerField("原文行", default=0)

    class Meta:
        ordering = ("step", "id")

    def __str__(self) -> str:
        return self.text[:40]
