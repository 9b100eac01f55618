"""The yearly consultation plan (年度协商计划): topic × form × lead × window, decided by the right bodies."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from ...actors.models import Actor, CommitteeOwned
from .topic import Topic


class Plan(CommitteeOwned):
    """One year's plan. ``route`` names the preset of bodies it passes through."""

    flow = "plan"

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=80)
    state = models.CharField("状态", max_length=12, default="draft")
    route = models.CharField("审定程序", max_length=30, default="party_decides")
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-year",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "year"], name="a_year_has_one_plan")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/plans/{self.pk}/"


class PlanStep(CommitteeOwned):
    """What one body said to the plan, and on which paper: amended, considered, decided."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(max_length=20)
    body = models.CharField("机构", max_length=80)
    on = models.DateField("日期")
    paper = models.CharField("会议或文号", max_length=80, blank=True)
    note = models.TextField("意见", max_length=1000, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.body} {self.on}"


class PlanItem(CommitteeOwned):
    """One line of the plan. Its state is told by its consultation, never typed."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField("序号")
    aim = models.CharField("围绕", max_length=80, blank=True)
    title = models.CharField("议题", max_length=80)
    form = models.CharField("形式", max_length=20)
    lead = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+", verbose_name="牵头")
    joint = models.CharField("配合与参加", max_length=200, blank=True)
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_items"
    )
    deployment = models.ForeignKey(
        "topics.Deployment", on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    window_from = models.DateField("起")
    window_to = models.DateField("止")
    source_line = models.CharField("出处", max_length=300, blank=True)
    dropped_on = models.DateField("取消", null=True, blank=True)
    drop_reason = models.CharField("取消的理由", max_length=200, blank=True)

    class Meta:
        ordering = ("number", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(window_to__gte=F("window_from")), name="a_window_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def window(self) -> str:
        """The months as they are said; the years where the window runs over a year's end."""
        a, b = self.window_from, self.window_to
        if a.year != b.year:
            return f"{a.year} 年 {a.month} 月—{b.year} 年 {b.month} 月"
        return f"{a.month} 月" if a.month == b.month else f"{a.month}—{b.month} 月"


class Milestone(CommitteeOwned):
    """A node of an item's course; missed when its day is past and nobody ticked it."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField("节点", max_length=60)
    due_on = models.DateField("日期")
    done_on = models.DateField("完成", null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.name
