"""Programme (专项): what it is for, who takes part, what is planned."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..book import Kind, kinds


class Programme(CommitteeOwned):
    """Work of several years with others: a mechanism, an action, a register. The kind is data."""

    kind = models.CharField("种类", max_length=20)
    state = models.CharField("状态", max_length=8, default="running")
    title = models.CharField("名称", max_length=120)
    basis = models.CharField("依据", max_length=200, blank=True)
    aim = models.CharField("要做到什么", max_length=500)
    lead = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="牵头",
    )  # fmt: skip
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)
    public = models.BooleanField("公开合计", default=False)
    why_ended = models.CharField("结束时的话", max_length=300, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "kind", "state"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Programme":
        return self

    @property
    def book(self) -> Kind:
        return kinds()[self.kind]

    def get_absolute_url(self) -> str:
        return reverse("programme", args=[self.pk])


class Contributor(CommitteeOwned):
    """Who takes part with which share of the work; who left stays, since their rows stay."""

    part_of = "programme"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="partners")
    who = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    part = models.CharField("分工", max_length=200, blank=True)
    since = models.DateField("加入")
    left_on = models.DateField("退出", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "who"], name="a_partner_stands_once_in_a_programme"
            )
        ]

    def __str__(self) -> str:
        return str(self.who)


class Undertaking(CommitteeOwned):
    """One thing planned; ``level`` when it answers a call from above. Done is said with the result."""

    part_of = "programme"

    class Level(models.TextChoices):
        OWN = "own", "自己定的"
        CITY = "city", "本级部署"
        PROVINCE = "province", "省级部署"
        CENTRE = "centre", "中央部署"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="lines")
    title = models.CharField("任务", max_length=120)
    level = models.CharField("谁部署的", max_length=10, choices=Level.choices, default=Level.OWN)
    basis = models.CharField("依据", max_length=120, blank=True)
    partner = models.ForeignKey(
        Contributor, on_delete=models.PROTECT, null=True, blank=True, related_name="lines"
    )
    due_on = models.DateField("哪天前")
    done_on = models.DateField("做完", null=True, blank=True)
    result = models.CharField("结果", max_length=300, blank=True)
    dropped_why = models.CharField("不做的原因", max_length=120, blank=True)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.title

    def light(self, day: date) -> tuple[str, str]:
        """(lamp, word) on a day."""
        if self.done_on:
            return "done", "做完"
        if self.dropped_why:
            return "pause", "不做"
        return ("red", "过期") if self.due_on < day else ("green", "进行中")
