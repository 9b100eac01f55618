"""Task (任务), its progress, and Effect (成效).

A recommendation is not a task: only a visible act (交办／批示／认领) makes one. Progress is not
effect (docs/architecture.md). Sources are named by type and id, so that a task may come from a
reply's promise, a consultation, a finding, an instruction or a gap without this room knowing them.
"""

from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned


class Task(CommitteeOwned):
    """An accepted duty. A promise (B) of a reply is a task of kind ``promise`` (承诺事项台账)."""

    class Kind(models.TextChoices):
        PROMISE = "promise", "承诺事项"
        ASSIGNED = "assigned", "交办事项"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROMISE)
    state = models.CharField("状态", max_length=12, default="doing")
    title = models.CharField("事项", max_length=300)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="tasks", verbose_name="责任单位"
    )
    person_name = models.CharField("责任人", max_length=60, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    case_type = models.CharField(max_length=30, blank=True)
    case_id = models.BigIntegerField(null=True, blank=True)
    started_on = models.DateField("起")
    due_on = models.DateField("时限", null=True, blank=True)
    first_due_on = models.DateField("原时限", null=True, blank=True)
    done_on = models.DateField("单位报结", null=True, blank=True)
    verified_on = models.DateField("核实", null=True, blank=True)
    verified_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "due_on"]),
            models.Index(fields=["committee", "owner", "state"]),
            models.Index(fields=["committee", "case_type", "case_id"]),
            models.Index(fields=["source_type", "source_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Task":
        return self


class Progress(CommitteeOwned):
    """One entry of a task's log: progress with evidence, or what the office said to it.

    Progress is never the effect itself.
    """

    class Kind(models.TextChoices):
        PROGRESS = "progress", "进展"
        DONE = "done", "单位报结"
        VERIFIED = "verified", "核实销号"
        REJECTED = "rejected", "核实不实"
        DUE = "due", "改时限"
        URGED = "urged", "催办"
        DROPPED = "dropped", "取消"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROGRESS)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="progress")
    on = models.DateField("日期")
    percent = models.PositiveSmallIntegerField("进度", default=0)
    text = models.TextField("进展")
    evidence = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.on} {self.percent}%"


class Effect(CommitteeOwned):
    """A verified change: baseline, measure, date, and a judge who is not the doer (S-031).

    ``self_reported`` stays true until someone other than the doer has judged it.
    """

    class Verdict(models.TextChoices):
        SOLVED = "solved", "见效"
        PARTLY = "partly", "部分见效"
        NOT = "not", "未见效"
        UNKNOWN = "unknown", "尚不知道"

    about_type = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    case_type = models.CharField(max_length=30)
    case_id = models.BigIntegerField()
    doer = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField("衡量什么", max_length=200)
    baseline = models.CharField("原来", max_length=200)
    value = models.CharField("现在", max_length=200, blank=True)
    measured_on = models.DateField("测量日", null=True, blank=True)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, default=Verdict.UNKNOWN)
    how = models.TextField("怎么核实的", blank=True)
    # People affected who were asked, and how many of them are content (S-037); counts only.
    asked = models.PositiveIntegerField("问了几位群众", null=True, blank=True)
    content = models.PositiveIntegerField("其中认可的", null=True, blank=True)
    evidence = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    self_reported = models.BooleanField("单位自报", default=True)
    entered_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    judge = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="核实人",
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "case_type", "case_id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.get_verdict_display()}"
