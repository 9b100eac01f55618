"""Handling (办理): assignment rounds, returns, extensions, contacts, countersigning."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ...actors.models import Actor, CommitteeOwned
from .base import HasRules
from .proposal import Submission


class Assignment(HasRules, CommitteeOwned):
    """One unit's duty in one proposal. States: procedures/assignment.py."""

    part_of = "submission"

    class Role(models.TextChoices):
        SOLE = "sole", "独办"
        LEAD = "lead", "主办"
        CO = "co", "会办"
        EACH = "each", "分办"

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField("办理方式", max_length=6, choices=Role.choices)
    state = models.CharField("状态", max_length=16, default="issued")
    round = models.PositiveSmallIntegerField("轮次", default=1)
    assigned_at = models.DateTimeField("交办时间")
    signed_at = models.DateTimeField("签收时间", null=True, blank=True)
    done_at = models.DateTimeField("办复时间", null=True, blank=True)
    contact = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="经办人",
    )
    section = models.CharField("经办科室", max_length=60, blank=True)

    class Meta:
        ordering = ("-role", "id")  # sole, lead, each, co: who answers stands first
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "unit"],
                condition=~Q(state__in=["returned", "dropped"]),
                name="a_unit_is_assigned_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "unit", "state"]),
            models.Index(fields=["unit", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.get_role_display()}"

    @property
    def root(self) -> Submission:
        return self.submission

    @property
    def answers_itself(self) -> bool:
        """主办、独办、分办 answer the proposer; 会办 gives its opinion to the lead."""
        return self.role != self.Role.CO

    @property
    def clock_round(self) -> int:  # type: ignore[override]
        return self.round

    @property
    def clock_unit_id(self) -> int | None:  # type: ignore[override]
        return self.unit_id

    def clock_key(self, kind: str) -> str:
        """The reply limit differs for plenary, ordinary, collective ones and later rounds."""
        if kind != "reply":
            return kind
        if self.round > 1:
            return "rehandle"
        rules, root = self.rules, self.submission
        if root.collective and "reply_collective" in rules.clocks:
            return "reply_collective"
        return "reply_plenary" if root.window == Submission.Window.PLENARY else "reply_ordinary"


class ReturnRequest(CommitteeOwned):
    """申退: a reason and a better unit, before a cut-off; granted or refused with an answer."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="returns")
    reason_code = models.CharField("情形", max_length=30)
    reason = models.TextField("理由")
    better_unit = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="建议改由",
    )
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, default="open")  # open granted refused
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"申退 {self.assignment_id}"


class Extension(CommitteeOwned):
    """延期: asked before expiry, reasoned, approved; the clock moves only when granted."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="extensions")
    clock = models.ForeignKey("procedures.Clock", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("理由")
    until = models.DateField("申请延至")
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, default="open")  # open granted refused
    granted_until = models.DateField("同意延至", null=True, blank=True)
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(state="open"),
                name="one_open_extension_an_assignment",
            )
        ]

    def __str__(self) -> str:
        return f"延期 {self.assignment_id}"


class Contact(CommitteeOwned):
    """Contact log (沟通记录) with the proposer: before, during, after (办前·办中·办后) (S-014)."""

    class Phase(models.TextChoices):
        BEFORE = "before", "办前"
        DURING = "during", "办中"
        AFTER = "after", "办后"

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="contacts")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="contacts")
    phase = models.CharField(max_length=8, choices=Phase.choices, default=Phase.BEFORE)
    means = models.CharField("方式", max_length=20)
    on = models.DateField("日期")
    with_person = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField("说了什么", blank=True)
    agreed = models.TextField("谈拢的", blank=True)
    open_points = models.TextField("没谈拢的", blank=True)
    # An explicit reason instead of a contact: "提案人说不必" and the like.
    none_because = models.CharField("未沟通的理由", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.get_phase_display()}{self.means} {self.on}"


class Countersign(CommitteeOwned):
    """会签: a co-handling unit's yes (or no, with words) to the lead's reply."""

    reply = models.ForeignKey(
        "submissions.Reply", on_delete=models.CASCADE, related_name="countersigns"
    )
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, default="open")  # open agreed differs
    remark = models.TextField("意见", blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reply", "unit"], name="a_unit_countersigns_once")
        ]

    def __str__(self) -> str:
        return f"会签 {self.unit_id} {self.state}"


class Urge(CommitteeOwned):
    """催办: one unit reminded by the office, with its words; counted by unit and by proposal."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="urges")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="urges")
    note = models.CharField("催办的话", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"催办 {self.assignment_id}"
