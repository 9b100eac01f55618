"""Versions of a report (报告各稿) and to whom each went (报送): of a project, or of one activity."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ...actors.models import Actor, CommitteeOwned
from .activity import Activity, Project


class Version(CommitteeOwned):
    """One draft as it stood that day: its sections are kept, whatever is found or mended later."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, null=True, blank=True, related_name="versions"
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, null=True, blank=True, related_name="versions"
    )
    number = models.PositiveSmallIntegerField("第几稿")
    changed = models.CharField("这一稿改了什么", max_length=200, blank=True)
    advice = models.TextField("总的看法和建议", max_length=4000)
    sections = models.JSONField("各部分", default=list)  # [[heading, text], …]
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(project__isnull=False, activity__isnull=True)
                | Q(project__isnull=True, activity__isnull=False),
                name="a_report_is_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["project", "number"], name="a_project_numbers_its_drafts"
            ),
            models.UniqueConstraint(
                fields=["activity", "number"], name="an_activity_numbers_its_drafts"
            ),
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 稿"

    @property
    def of(self) -> Project | Activity:
        found = self.project or self.activity
        assert found is not None  # a_report_is_of_one_thing
        return found


class Delivery(CommitteeOwned):
    """A draft handed on: up, to a leader, to a department; and what came back."""

    class To(models.TextChoices):
        ABOVE = "above", "上级政协"
        LEADER = "leader", "党委、政府领导"
        UNIT = "unit", "有关部门"
        MEETING = "meeting", "本会会议"

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="deliveries")
    to = models.CharField("报给哪一级", max_length=8, choices=To.choices)
    name = models.CharField("报给谁", max_length=120)
    on = models.DateField("报送日期")
    way = models.CharField("怎么送的", max_length=40, blank=True)
    answer = models.TextField("批示、答复", max_length=2000, blank=True)
    answered_on = models.DateField("收到", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "name", "on"], name="a_draft_is_delivered_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.on}"
