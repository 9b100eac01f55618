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
    beat_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "by", "-id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def over(self) -> bool:
        """Nothing more will happen."""
        return self.state in (Job.State.DONE, Job.State.FAILED, Job.State.CANCELLED)

    @property
    def percent(self) -> int:
        """For the bar; a job that is done is whole even when it counted nothing."""
        if self.state == Job.State.DONE:
            return 100
        return min(99, self.done * 100 // self.total) if self.total else 0


class Heartbeat(models.Model):
    """When something that should happen by itself last happened. Not a committee's: the machine's.

    ``key`` says for which turn (a day, an hour): whoever sets it first does the turn.
    """

    name = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()
    key = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.name} {self.at:%F %T}"
