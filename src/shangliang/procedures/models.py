"""Clock (时钟) and Series (编号): records, not computations on the side (decision 8)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ..tenancy import CommitteeOwned


class Clock(CommitteeOwned):
    """One running limit of one row. Each round has its own; a met clock is never restarted."""

    kind = models.CharField("事项", max_length=30)
    label = models.CharField("名称", max_length=40)
    about_type = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    case_type = models.CharField(max_length=30)
    case_id = models.BigIntegerField()
    unit = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    round = models.PositiveSmallIntegerField("轮次", default=1)
    span = models.CharField("期限", max_length=20)
    started_on = models.DateField("起算日")
    due_on = models.DateField("到期日")
    first_due_on = models.DateField("原到期日")
    provisional = models.BooleanField("暂定", default=False)
    why = models.CharField("算法", max_length=300, blank=True)
    # What a recount needs when the calendar changes: the case's rule on rolling, the days pauses
    # gave back (in the unit of the span), and a day agreed by people, which no calendar moves.
    roll = models.BooleanField("逢休顺延", default=True)
    given_back = models.PositiveSmallIntegerField("暂停补回", default=0)
    agreed_until = models.DateField("商定到期日", null=True, blank=True)
    paused_on = models.DateField("暂停日", null=True, blank=True)
    pause_reason = models.CharField("暂停原因", max_length=200, blank=True)
    met_on = models.DateField("完成日", null=True, blank=True)
    dropped_on = models.DateField("取消日", null=True, blank=True)
    # Reminders are computed from "not yet sent".
    near_told_at = models.DateTimeField(null=True, blank=True)
    late_told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "kind", "about_type", "about_id", "round"],
                condition=Q(met_on__isnull=True, dropped_on__isnull=True),
                name="one_running_clock_a_kind_and_round",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["committee", "due_on"],
                condition=Q(met_on__isnull=True, dropped_on__isnull=True),
                name="clock_running",
            ),
            models.Index(fields=["committee", "case_type", "case_id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.due_on}"

    @property
    def running(self) -> bool:
        return self.met_on is None and self.dropped_on is None


class Series(CommitteeOwned):
    """A gap-free series of numbers: 案号 of a session, number in a class, 流水号 of a year."""

    key = models.CharField(max_length=80)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "key"], name="a_series_is_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.last}"


class Holiday(CommitteeOwned):
    """A day the office entered or corrected itself: day off, or make-up workday (调休)."""

    day = models.DateField("日期")
    workday = models.BooleanField("上班")
    name = models.CharField("说明", max_length=40, blank=True)

    class Meta:
        ordering = ("day",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "day"], name="a_day_is_entered_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {'班' if self.workday else '休'}"


class KnownYear(CommitteeOwned):
    """The office declares a year's state calendar complete; its clocks stop being provisional."""

    year = models.PositiveSmallIntegerField("年份")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "year"], name="a_year_is_declared_once")
        ]

    def __str__(self) -> str:
        return str(self.year)
