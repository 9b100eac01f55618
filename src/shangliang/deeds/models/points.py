"""The method in force, and the ledger of points: lines are posted and turned back, never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...engines.points import Table, read


class PointTable(CommitteeOwned):
    """One version of the method of one year. The newest of a year is in force; older ones stay."""

    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版本", default=1)
    preset = models.CharField("蓝本", max_length=30, blank=True)
    title = models.CharField("名称", max_length=120)
    body = models.JSONField(default=dict)
    # Off by default (catalogue E15): no list is ordered by points.
    ranking = models.BooleanField("按积分排列", default=False)
    why = models.CharField("为什么改", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField("最近结算", null=True, blank=True)

    class Meta:
        ordering = ("-year", "-version")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "year", "version"], name="a_version_of_points_is_made_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} 年{self.title}（第 {self.version} 版）"

    def get_absolute_url(self) -> str:
        return reverse("points-table", args=[self.pk])

    @property
    def table(self) -> Table:
        """The rules, read."""
        return read(self.body)


class Entry(CommitteeOwned):
    """One line: exact points, one sentence, and the row it rests on.

    ``turns`` names the line this one turns back, with the opposite points. A line that was turned back
    has ``live`` off; the sum of all lines is the member's total.
    """

    year = models.PositiveSmallIntegerField("年度")
    table = models.ForeignKey(PointTable, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField("规则", max_length=60)
    group = models.CharField("组", max_length=30, blank=True)
    what = models.CharField("事实", max_length=30)
    source_type = models.CharField(max_length=30)
    source_id = models.BigIntegerField()
    on = models.DateField("日期")
    points = models.DecimalField("分", max_digits=9, decimal_places=2)
    why = models.CharField("一句话", max_length=400)
    live = models.BooleanField(default=True)
    turns = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="turned_by"
    )
    posted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "year", "person", "rule", "what", "source_type", "source_id"],
                condition=Q(live=True),
                name="one_fact_counts_once_under_a_rule",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "year", "person"])]

    def __str__(self) -> str:
        return self.why


class Exemption(CommitteeOwned):
    """Not judged for a time: joined in mid-year, long leave, sent away. Presence still counts."""

    class Reason(models.TextChoices):
        JOINED = "joined", "年中增补"
        LONG_LEAVE = "long_leave", "长期病假、产假"
        AWAY = "away", "外派、学习"
        DUTY = "duty", "上级任务"
        NOT_RATED = "not_rated", "规定不参加评定"

    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    reason = models.CharField("原因", max_length=12, choices=Reason.choices)
    since = models.DateField("起")
    until = models.DateField("止")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-since", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "year"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.get_reason_display()}"
