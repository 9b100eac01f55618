"""Team (履职集体): what the office registers about a group, studio, contact point, sector, branch.

The body itself is an actor, its people are dated ties; here stands only what neither holds.
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..words import EFFORTS, FORMS


class Team(CommitteeOwned):
    """One body with its form, place, whom it serves, and whether it keeps a duty rota."""

    body = models.OneToOneField(Actor, on_delete=models.PROTECT, related_name="team")
    form = models.CharField("类型", max_length=10, choices=list(FORMS.items()))
    state = models.CharField("状态", max_length=8, default="running")
    basis = models.CharField("怎么分的", max_length=60, blank=True)
    place = models.CharField("地点", max_length=120, blank=True)
    east = models.DecimalField("经度", max_digits=8, decimal_places=5, null=True, blank=True)
    north = models.DecimalField("纬度", max_digits=7, decimal_places=5, null=True, blank=True)
    serves = models.CharField("服务的群体、联系的单位和村社", max_length=300, blank=True)
    guide = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="对口专委会",
    )  # fmt: skip
    note = models.CharField("说明", max_length=300, blank=True)
    opened_on = models.DateField("设立")
    closed_on = models.DateField("撤销", null=True, blank=True)

    class Meta:
        ordering = ("form", "body__stroke_key", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "form", "state"])]

    def __str__(self) -> str:
        return str(self.body)

    @property
    def root(self) -> "Team":
        return self

    @property
    def form_label(self) -> str:
        return FORMS[self.form]

    def get_absolute_url(self) -> str:
        return reverse("team", args=[self.pk])


class PlanLine(CommitteeOwned):
    """What a team means to do this year; ``level`` and ``basis`` when it answers a call from above."""

    class Level(models.TextChoices):
        OWN = "own", "自己定的"
        CITY = "city", "本级部署"
        PROVINCE = "province", "省级部署"
        CENTRE = "centre", "中央部署"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="plan")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("做什么", max_length=12, choices=list(EFFORTS.items()))
    title = models.CharField("事项", max_length=120)
    due_on = models.DateField("哪天前")
    level = models.CharField("谁部署的", max_length=10, choices=Level.choices, default=Level.OWN)
    basis = models.CharField("依据", max_length=120, blank=True)
    dropped_why = models.CharField("不做的原因", max_length=120, blank=True)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.title

    def late(self, day: date) -> bool:
        """Past its day, not done, not dropped."""
        return self.due_on < day and not self.dropped_why


class Effort(CommitteeOwned):
    """One thing a team did. ``source_*`` names the row of another room it rests on, if there is one."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="efforts")
    line = models.ForeignKey(
        PlanLine, on_delete=models.SET_NULL, null=True, blank=True, related_name="efforts"
    )
    kind = models.CharField("做什么", max_length=12, choices=list(EFFORTS.items()))
    on = models.DateField("日期")
    title = models.CharField("事项", max_length=120)
    text = models.CharField("简况", max_length=500, blank=True)
    people = models.PositiveSmallIntegerField("参加人数", null=True, blank=True)
    # What those served said on the spot, by show of hands or slips: counts, never who (S-055).
    useful = models.PositiveSmallIntegerField("说管用的", default=0)
    fair = models.PositiveSmallIntegerField("说一般的", default=0)
    useless = models.PositiveSmallIntegerField("说没用的", default=0)
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    void_why = models.CharField("作废原因", max_length=120, blank=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "team", "-on"])]

    def __str__(self) -> str:
        return self.title
