"""What was seen: cards of members, field notes of a project, and findings that stay open."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from .activity import Activity, Project


class FieldNote(CommitteeOwned):
    """One note from the field (调研记录): where, with whom, what was seen or said."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="notes")
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="notes"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=80, blank=True)
    way = models.CharField("方式", max_length=40, blank=True)
    text = models.TextField("记录", max_length=4000)
    photo = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.on} {self.place}"


class Finding(CommitteeOwned):
    """A finding (问题／经验／建议). One of a supervisory inspection is closed only by a second visit."""

    class Kind(models.TextChoices):
        GOOD = "good", "好做法"
        PROBLEM = "problem", "问题"
        SUGGESTION = "suggestion", "建议"

    state = models.CharField("状态", max_length=12, default="open")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    text = models.TextField("内容", max_length=2000)
    place = models.CharField("地点", max_length=80, blank=True)
    clause = models.CharField("对照的条文", max_length=200, blank=True)
    unit = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="有关单位",
    )
    photo = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.TextField("单位答复", max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # The second visit: who looked, what with, on which day.
    seen_again_on = models.DateField("复查", null=True, blank=True)
    seen_again_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_again = models.TextField("复查所见", max_length=1000, blank=True)
    second_photo = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    notes = models.ManyToManyField(FieldNote, related_name="findings", blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state"])]

    def __str__(self) -> str:
        return self.text[:40]

    def get_absolute_url(self) -> str:
        return reverse("finding", args=[self.pk])

    @property
    def root(self) -> "Finding":
        return self


class Card(CommitteeOwned):
    """One member's observation card (观察卡) of an inspection; merged into a finding by the office."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="cards")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Finding.Kind.choices)
    text = models.TextField("看到什么", max_length=1000)
    place = models.CharField("在哪里", max_length=80, blank=True)
    photo = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="cards"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:40]
