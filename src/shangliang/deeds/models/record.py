"""What a member adds to one's own record, confirms, contests and says at the year's end.

What was done is never stored here a second time: the record itself is read from the rows of the
rooms (``facts.py``).
"""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Deed(CommitteeOwned):
    """Something no room has a row for (公益、发言、稿件): reported by the member, confirmed by the office."""

    class What(models.TextChoices):
        SPEECH_ORAL = "speech_oral", "口头发言"
        SPEECH_WRITTEN = "speech_written", "书面发言"
        RESEARCH_REPORT = "research_report", "调研报告"
        ARTICLE = "article", "文史稿件"
        CHARITY = "charity", "公益服务"
        PROJECT_SERVED = "project_served", "服务企业项目"
        HOUSEHOLD_HELPED = "household_helped", "结对帮扶"
        UPPER_ACTIVITY = "upper_activity", "上级政协活动"
        AWARD = "award", "表彰"

    class Level(models.TextChoices):
        NONE = "", "不分"
        CITY = "city", "市（县）级"
        PREFECTURE = "prefecture", "地市级"
        PROVINCE = "province", "省级"
        NATIONAL = "national", "国家级"

    state = models.CharField("状态", max_length=10, default="reported")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="deeds")
    what = models.CharField("是什么", max_length=20, choices=What.choices)
    level = models.CharField("级别", max_length=12, choices=Level.choices, blank=True)
    title = models.CharField("做了什么", max_length=120)
    on = models.DateField("日期")
    evidence = models.CharField("凭据在哪里", max_length=200, blank=True)
    answer = models.CharField("退回的原因", max_length=200, blank=True)
    decided_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "on"]),
            models.Index(fields=["committee", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("record", args=[self.person_id, self.on.year])

    @property
    def root(self) -> "Deed":
        return self


class Contest(CommitteeOwned):
    """A member's word against a line of the record or of the points: stands beside it until answered,
    and afterwards with the answer (catalogue E13)."""

    state = models.CharField("状态", max_length=10, default="open")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    shown = models.CharField("当时记的", max_length=300)
    text = models.TextField("我的说明", max_length=1000)
    answer = models.TextField("答复", max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state"]),
            models.Index(fields=["committee", "person", "year"]),
        ]

    def __str__(self) -> str:
        return self.shown[:60]

    def get_absolute_url(self) -> str:
        return reverse("record", args=[self.person_id, self.year])

    @property
    def root(self) -> "Contest":
        return self


class Confirmation(CommitteeOwned):
    """The member confirmed the record as it stood: the counts of that day, to compare with today's."""

    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    counts = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "person", "year"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.year}"


class Statement(CommitteeOwned):
    """The yearly statement (述职), in the member's own words."""

    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    text = models.TextField("述职", max_length=6000)
    handed_at = models.DateTimeField("提交", null=True, blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "person", "year"], name="one_statement_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.year}"
