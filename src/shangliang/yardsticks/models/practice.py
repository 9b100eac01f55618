"""Practice cards with adoption, and needs beside measures."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .figures import Region, Yardstick
from .gaps import Measure


class PracticeCard(CommitteeOwned):
    """What one county does well, so that another can use it too (S-069)."""

    title = models.CharField("做法", max_length=120)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="cards"
    )
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    yardstick = models.ForeignKey(
        Yardstick, on_delete=models.PROTECT, null=True, blank=True, related_name="cards"
    )
    problem = models.TextField("针对的问题")
    practice = models.TextField("怎么做的")
    effect = models.TextField("效果")
    evidence = models.CharField("凭据", max_length=300)
    conditions = models.TextField("要有的条件", blank=True)
    contact = models.CharField("联系处室", max_length=120, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title


class Adoption(CommitteeOwned):
    """We use it too; whether it helped is said later."""

    class State(models.TextChoices):
        TRYING = "trying", "采用中"
        EFFECTIVE = "effective", "有效"
        NOT = "not", "效果不明显"

    card = models.ForeignKey(PracticeCard, on_delete=models.CASCADE, related_name="adoptions")
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    since = models.DateField("采用")
    change = models.CharField("因地制宜改了什么", max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.TRYING)
    result = models.CharField("后来怎样", max_length=300, blank=True)
    resulted_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["card", "owner"], name="adopted_once_a_unit")
        ]

    def __str__(self) -> str:
        return f"{self.owner} {self.get_state_display()}"


class Need(CommitteeOwned):
    """What people said they need: how many said so, when, and how one knows (S-147)."""

    text = models.CharField("需求", max_length=200)
    count = models.PositiveIntegerField("提出人次")
    on = models.DateField("了解日期")
    source = models.CharField("怎么了解的", max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-count", "id")

    def __str__(self) -> str:
        return self.text


class NeedLink(CommitteeOwned):
    """This measure answers this need."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="links")
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="needs")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["need", "measure"], name="need_linked_once")
        ]

    def __str__(self) -> str:
        return f"{self.need_id}–{self.measure_id}"
