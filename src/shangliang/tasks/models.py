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

    class Basis(models.TextChoices):
        """The visible act that makes a duty of words (catalogue E12)."""

        ASSIGNED = "assigned", "交办"
        INSTRUCTION = "instruction", "批示"
        CLAIMED = "claimed", "认领"

    # A part is changed by verbs of the whole: the whole is locked first.
    part_of = "parent"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROMISE)
    state = models.CharField("状态", max_length=12, default="doing")
    title = models.CharField("事项", max_length=300)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="tasks", verbose_name="责任单位"
    )
    person_name = models.CharField("责任人", max_length=60, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    basis_kind = models.CharField(
        "依据的行为", max_length=12, choices=Basis.choices, default=Basis.CLAIMED
    )
    basis_by = models.CharField("由谁", max_length=80, blank=True)
    basis_on = models.DateField("哪天", null=True, blank=True)
    assigned_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    standard = models.CharField("办成的标准", max_length=300, blank=True)
    partner_names = models.CharField("协办", max_length=300, blank=True)
    accepted_on = models.DateField("签收", null=True, blank=True)
    # The office has decided who does it: no unit may hand it on once more.
    settled = models.BooleanField("承办单位已裁定", default=False)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    weight = models.DecimalField("权重", max_digits=5, decimal_places=4, null=True, blank=True)
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    case_type = models.CharField(max_length=30, blank=True)
    case_id = models.BigIntegerField(null=True, blank=True)
    # The thing cared for (对象), where the task is about one; the room of subjects names it.
    subject_id = models.BigIntegerField("对象", null=True, blank=True)
    # What the last entry of the log said, so that a list asks nothing line by line.
    percent = models.PositiveSmallIntegerField("进度", default=0)
    told_on = models.DateField("最近一次进展", null=True, blank=True)
    delay_code = models.CharField("滞后原因", max_length=20, blank=True)
    urged = models.PositiveSmallIntegerField("催办次数", default=0)
    urge_level = models.PositiveSmallIntegerField("催办到哪一级", default=0)
    # Reminders by rule are computed from "not yet sent": the highest level told of lateness.
    told_level = models.PositiveSmallIntegerField(default=0)
    started_on = models.DateField("起")
    due_on = models.DateField("时限", null=True, blank=True)
    first_due_on = models.DateField("原时限", null=True, blank=True)
    done_on = models.DateField("单位报结", null=True, blank=True)
    paused_on = models.DateField("暂停", null=True, blank=True)
    dropped_on = models.DateField("取消", null=True, blank=True)
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
            models.Index(fields=["committee", "subject_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Task":
        return self


class Partner(CommitteeOwned):
    """A joint unit (协办) of a task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="partners")
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="joint_tasks")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["task", "unit"], name="a_partner_is_named_once")
        ]

    def __str__(self) -> str:
        return str(self.unit)


class Request(CommitteeOwned):
    """What the unit asks of the office: another unit (申请改派) or more time (申请延期)."""

    class Kind(models.TextChoices):
        CONTEST = "contest", "申请改派"
        TIME = "time", "申请延期"

    class State(models.TextChoices):
        OPEN = "open", "等答复"
        GRANTED = "granted", "同意"
        REFUSED = "refused", "不同意"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="requests")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("理由")
    code = models.CharField("原因", max_length=20, blank=True)
    better = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    until = models.DateField("申请延到", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField("提出")
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField("答复日", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["task", "kind"],
                condition=models.Q(state="open"),
                name="one_open_request_a_kind",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.get_state_display()}"


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
        ACCEPTED = "accepted", "签收"
        CONTESTED = "contested", "申请改派"
        ANSWERED = "answered", "答复申请"
        DIVIDED = "divided", "分解"
        DELAY = "delay", "说明滞后"
        TIME = "time", "申请延期"
        PAUSED = "paused", "暂停"
        RESUMED = "resumed", "恢复"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROGRESS)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="progress")
    on = models.DateField("日期")
    percent = models.PositiveSmallIntegerField("进度", default=0)
    text = models.TextField("进展")
    evidence = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A reason for delay from the list; an urging's level (docs/field.md 7).
    code = models.CharField(max_length=20, blank=True)
    # A check by sample: how many places or papers were looked at, how many held.
    sampled = models.PositiveIntegerField("抽查", null=True, blank=True)
    held = models.PositiveIntegerField("属实", null=True, blank=True)
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


class Circular(CommitteeOwned):
    """An issued monthly notice (通报): the figures as they stood when it went out."""

    month = models.DateField("月份")  # its first day
    figures = models.JSONField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-month",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "month"], name="a_month_is_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Explanation(CommitteeOwned):
    """A unit's word beside its figure of a month (catalogue E13); earlier words stay."""

    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    month = models.DateField("月份")
    text = models.CharField("说明", max_length=500)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("日期")

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "month", "unit"])]

    def __str__(self) -> str:
        return self.text
