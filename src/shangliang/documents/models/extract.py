"""Extract (拟定项): what was read out of a text, or marked by hand, until a person has decided."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .intake import Intake


class Extract(CommitteeOwned):
    """One clause, task, figure, gap, topic or doubt with its sentence. The sentence stays for ever."""

    class Kind(models.TextChoices):
        CLAUSE = "clause", "条目"
        TASK = "task", "任务"
        INDICATOR = "indicator", "指标"
        GAP = "gap", "差距"
        TOPIC = "topic", "议题"
        FLAG = "flag", "存疑"

    class Origin(models.TextChoices):
        MACHINE = "machine", "系统拟"
        HAND = "hand", "人工标"

    part_of = "intake"

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="extracts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    number = models.PositiveIntegerField("序号")
    state = models.CharField("状态", max_length=10, default="open")
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.MACHINE)
    part = models.PositiveSmallIntegerField("第几篇", default=1)
    # Where it stands: paragraph and characters of it; lines of the source file.
    paragraph = models.PositiveIntegerField(default=0)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    first = models.PositiveIntegerField("首行")
    last = models.PositiveIntegerField("末行")
    text = models.TextField("原文")
    title = models.CharField("拟定", max_length=400, blank=True)
    section = models.CharField("章节", max_length=200, blank=True)
    why = models.CharField("依据", max_length=400, blank=True)
    certain = models.BooleanField("把握大", default=False)
    soft = models.BooleanField("一般要求", default=False)
    data = models.JSONField(default=dict)
    # Stable address: kind and words, so that a corrected file finds what was decided (see carry).
    key = models.CharField(max_length=40)
    changed = models.BooleanField("新稿里改过字", default=False)
    gone = models.BooleanField("新稿里没有", default=False)
    # What a person said: reason of a refusal, answer to a doubt.
    answer = models.CharField(max_length=20, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    made_type = models.CharField(max_length=30, blank=True)
    made_id = models.BigIntegerField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("first", "id")
        indexes: ClassVar = [
            models.Index(fields=["intake", "part", "first"]),
            models.Index(fields=["intake", "kind", "state"]),
            models.Index(fields=["committee", "state", "kind"]),
            models.Index(fields=["made_type", "made_id"]),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:60]

    @property
    def root(self) -> Intake:
        return self.intake
