"""Training needs (培训需求): a short survey, answered once a person."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class NeedsSurvey(CommitteeOwned):
    """What would you like to learn: a few matters to tick, and room for one's own words."""

    state = models.CharField("状态", max_length=10, default="draft")
    title = models.CharField("名称", max_length=120)
    matters = models.JSONField("可选的内容", default=list)
    until = models.DateField("截止")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "NeedsSurvey":
        return self

    def get_absolute_url(self) -> str:
        return reverse("study-need", args=[self.pk])


class NeedsAnswer(CommitteeOwned):
    """One person's ticks. Shown as counts only; the words without a name."""

    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    chosen = models.JSONField(default=list)
    text = models.CharField("还想学什么", max_length=300, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["survey", "person"], name="needs_are_told_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.survey_id}"
