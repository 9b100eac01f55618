"""Instruction (批示) and briefing (通报协商): who wrote what to whom, and what came of it."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Instruction(CommitteeOwned):
    """A leader's written instruction: who, when, on what, to whom, answered or not (S-186)."""

    state = models.CharField("状态", max_length=8, default="open")
    leader = models.CharField("批示人", max_length=80)
    on = models.DateField("批示日期")
    text = models.TextField("批示内容")
    matter = models.CharField("批在什么上", max_length=200)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    due_on = models.DateField("要求报结果", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-on"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.leader}批示：{self.matter}"

    @property
    def root(self) -> "Instruction":
        return self

    def get_absolute_url(self) -> str:
        return reverse("instruction", args=[self.pk])


class InstructionUnit(CommitteeOwned):
    """To whom an instruction went, what they answered, and the task that was made of it."""

    part_of = "instruction"

    instruction = models.ForeignKey(Instruction, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField("报告", blank=True)
    answered_on = models.DateField(null=True, blank=True)
    task_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["instruction", "unit"], name="a_unit_is_instructed_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "unit"])]

    def __str__(self) -> str:
        return str(self.unit)


class Briefing(CommitteeOwned):
    """A matter of major work a vice-mayor briefs and consults the committee on (S-015)."""

    class State(models.TextChoices):
        DUE = "due", "待通报"
        HELD = "held", "已通报协商"
        ANSWERED = "answered", "意见已反馈"

    matter = models.CharField("事项", max_length=200)
    leader = models.CharField("通报人", max_length=80)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DUE)
    due_on = models.DateField("应在何时前", null=True, blank=True)
    held_on = models.DateField("通报日期", null=True, blank=True)
    opinions = models.TextField("委员意见", blank=True)
    answer = models.TextField("意见采纳情况", blank=True)
    instruction = models.ForeignKey(
        Instruction, on_delete=models.PROTECT, null=True, blank=True, related_name="briefings"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.matter

    def get_absolute_url(self) -> str:
        return reverse("briefings")
