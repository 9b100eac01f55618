"""Job (后台作业): progress, errors by row, cancel, result."""

from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned


class Job(CommitteeOwned):
    """One long work with a page of its own."""

    class State(models.TextChoices):
        WAITING = "waiting", "排队"
        RUNNING = "running", "进行中"
        DONE = "done", "完成"
        FAILED = "failed", "没有做成"
        CANCELLED = "cancelled", "已取消"

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    params = models.JSONField(default=dict)
    done = models.PositiveIntegerField("已做", default=0)
    total = models.PositiveIntegerField("总数", default=0)
    errors = models.JSONField(default=list)  # [{"row": n, "why": text}], the first 500
    # What the work found, as one table: {"columns": [...], "rows": [[...]]}, the first 500 rows.
    findings = models.JSONField(default=dict)
    message = models.CharField(max_length=300, blank=True)
    result = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancel_asked = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "by", "-id"])]

    def __str__(self) -> str:
        return self.title
