"""Sitting (听取汇报、中心组学习) with its points; relay (传达) with who was reached and who was not."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Sitting(CommitteeOwned):
    """The party committee hears the party group (S-062), or the centre group studies (S-101)."""

    class Kind(models.TextChoices):
        HEARING = "hearing", "党委听取政协党组汇报"
        STUDY = "study", "中心组学习"

    kind = models.CharField("种类", max_length=8, choices=Kind.choices)
    state = models.CharField("状态", max_length=8, default="planned")
    title = models.CharField("题目", max_length=200)
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=120, blank=True)
    host = models.CharField("主持", max_length=80, blank=True)
    # What was read beforehand, one a line of the form.
    readings = models.JSONField("学习材料", default=list, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "-on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Sitting":
        return self

    def get_absolute_url(self) -> str:
        return reverse("sitting", args=[self.pk])


class SittingPoint(CommitteeOwned):
    """What was asked, said or decided. A decision becomes a task by a visible act."""

    class Kind(models.TextChoices):
        ASK = "ask", "请求支持"
        SAID = "said", "发言要点"
        DECISION = "decision", "议定事项"

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="points")
    kind = models.CharField("是什么", max_length=8, choices=Kind.choices)
    speaker = models.CharField("谁说的", max_length=80, blank=True)
    text = models.CharField("内容", max_length=500)
    task_id = models.BigIntegerField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:60]


class Relay(CommitteeOwned):
    """A meeting conveyed (传达): to which units, by when; each says how and whom it did not reach."""

    state = models.CharField("状态", max_length=8, default="open")
    title = models.CharField("传达什么", max_length=200)
    text = models.TextField("要求", blank=True)
    intake = models.ForeignKey(
        "documents.Intake", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("传达期限")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Relay":
        return self

    def get_absolute_url(self) -> str:
        return reverse("relay", args=[self.pk])


class RelayUnit(CommitteeOwned):
    """One unit's conveying. Reached of wanted; the rest are named, so that somebody goes to them."""

    relay = models.ForeignKey(Relay, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("哪天传达", null=True, blank=True)
    how = models.CharField("怎么传达的", max_length=200, blank=True)
    wanted = models.PositiveIntegerField("应到人数", default=0)
    reached = models.PositiveIntegerField("传达到人数", default=0)
    missing = models.CharField("没有传达到的", max_length=400, blank=True)
    linked = models.CharField("联系本单位做什么", max_length=400, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["relay", "unit"], name="a_unit_conveys_once")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "unit"])]

    def __str__(self) -> str:
        return f"{self.unit} {self.relay}"

    @property
    def left(self) -> int:
        return max(self.wanted - self.reached, 0)
