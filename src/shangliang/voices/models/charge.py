"""Charge (包联): a leader in charge of a firm, a project or a township; sheets, milestones."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Charge(CommitteeOwned):
    """One leader, one charge, from a day to a day."""

    class Kind(models.TextChoices):
        FIRM = "firm", "包联企业"
        PROJECT = "project", "包联项目"
        TOWNSHIP = "township", "包联乡镇"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    leader = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="charges")
    name = models.CharField("名称", max_length=120)
    firm = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="charged_to"
    )
    # 分管 in the register, for firms: the division of labour and a change of term know of it.
    tie = models.OneToOneField(
        "actors.Tie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    basis = models.CharField("依据", max_length=200, blank=True)
    every_days = models.PositiveSmallIntegerField("隔几天去一次", default=90)
    start = models.DateField("起")
    end = models.DateField("止", null=True, blank=True)
    # A firm's health sheet only with its consent, for a purpose, until a day (catalogue E5).
    consent_on = models.DateField("企业同意日", null=True, blank=True)
    consent_until = models.DateField("同意到", null=True, blank=True)
    consent_purpose = models.CharField("用途", max_length=200, blank=True)
    # The joint plan of a township: agreed with it on this day (S-077).
    agreed_on = models.DateField("共同商定", null=True, blank=True)
    agreed_with = models.CharField("和谁商定", max_length=120, blank=True)

    class Meta:
        ordering = ("kind", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "leader", "kind", "name", "start"],
                name="a_charge_is_entered_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "leader"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("charge-page", args=[self.pk])


class Health(CommitteeOwned):
    """A firm's simple sheet of one month, while its consent holds."""

    charge_of = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="health")
    month = models.DateField("月份")
    work = models.CharField("生产", max_length=20)
    staff = models.CharField("用工", max_length=40, blank=True)
    orders = models.CharField("订单", max_length=40, blank=True)
    cash = models.CharField("资金", max_length=40, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-month",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["charge_of", "month"], name="one_sheet_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Milestone(CommitteeOwned):
    """A project's milestone: planned, done, and what stands in its way with its owner."""

    charge_of = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField("节点", max_length=120)
    planned_on = models.DateField("计划")
    done_on = models.DateField("完成", null=True, blank=True)
    obstacle = models.CharField("卡在哪里", max_length=300, blank=True)
    obstacle_owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("planned_on", "id")

    def __str__(self) -> str:
        return self.title


class TownshipLine(CommitteeOwned):
    """A line of a township's sheet: an aim, project, job, fund or risk; planned and done, with source."""

    class Kind(models.TextChoices):
        AIM = "aim", "目标"
        PROJECT = "project", "项目"
        JOBS = "jobs", "就业"
        FUNDS = "funds", "资金"
        RISK = "risk", "风险"

    charge_of = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField("事项", max_length=120)
    unit = models.CharField("单位", max_length=20, blank=True)
    plan = models.DecimalField("计划", max_digits=14, decimal_places=2, null=True, blank=True)
    done = models.DecimalField("完成", max_digits=14, decimal_places=2, null=True, blank=True)
    source = models.CharField("数从哪里来", max_length=200)
    on = models.DateField("截至")

    class Meta:
        ordering = ("kind", "id")

    def __str__(self) -> str:
        return self.title
