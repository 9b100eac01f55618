"""Reply (答复) by rounds, answered ask by ask; ratings by each proposer alone."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .base import HasRules
from .handling import Assignment
from .proposal import Recommendation, Submission


class Reply(HasRules, CommitteeOwned):
    """答复函 of a unit that answers, or 会办意见 of a co-unit to the lead. One a round."""

    part_of = "submission"

    class Kind(models.TextChoices):
        REPLY = "reply", "答复"
        OPINION = "opinion", "会办意见"

    class Publicity(models.TextChoices):
        FULL = "full", "全文公开"
        SUMMARY = "summary", "摘要公开"
        NONE = "none", "不予公开"

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="replies")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="replies")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.REPLY)
    round = models.PositiveSmallIntegerField("轮次", default=1)
    state = models.CharField("状态", max_length=16, default="draft")
    doc_number = models.CharField("文号", max_length=60, blank=True)
    opening = models.TextField("开头", blank=True)
    closing = models.TextField("结尾", blank=True)
    grade = models.CharField("类别", max_length=1, blank=True)
    grade_by_unit = models.CharField("单位自定类别", max_length=1, blank=True)
    grade_reason = models.CharField("改定类别的理由", max_length=200, blank=True)
    publicity = models.CharField(max_length=8, choices=Publicity.choices, default=Publicity.FULL)
    publicity_reason = models.CharField("不公开的理由", max_length=200, blank=True)
    secrecy_checked = models.BooleanField("已作保密审查", default=False)
    contact_person = models.CharField("联系人", max_length=60, blank=True)
    contact_phone = models.CharField("联系电话", max_length=40, blank=True)
    signer = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="签发人",
    )
    drafted_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)
    rejected_because = models.TextField("退改意见", blank=True)
    saved_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField("送审时间", null=True, blank=True)
    sent_at = models.DateTimeField("送达时间", null=True, blank=True)
    sent_on = models.DateField("成文日期", null=True, blank=True)

    class Meta:
        ordering = ("round", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignment", "round"], name="one_reply_a_unit_and_round"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "submitted_at"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} 第{self.round}轮"

    @property
    def root(self) -> Submission:
        return self.submission

    @property
    def clock_round(self) -> int:  # type: ignore[override]
        return self.round

    @property
    def clock_unit_id(self) -> int | None:  # type: ignore[override]
        return self.assignment.unit_id


class Answer(CommitteeOwned):
    """The answer to one ask (逐条答复), with its grade and, where promised, its date."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="answers")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="answers"
    )
    text = models.TextField("怎么答", blank=True)
    grade = models.CharField("类别", max_length=1, blank=True)
    promise = models.CharField("承诺事项", max_length=300, blank=True)
    promise_due = models.DateField("承诺时限", null=True, blank=True)
    promise_owner = models.CharField("责任人", max_length=60, blank=True)

    class Meta:
        ordering = ("recommendation__order", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["reply", "recommendation"], name="an_ask_is_answered_once_a_reply"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id}: {self.text[:30]}"


class Rating(CommitteeOwned):
    """One proposer's rating (评价): attitude and result apart, shielded from the unit rated."""

    class Score(models.TextChoices):
        SATISFIED = "satisfied", "满意"
        BASICALLY = "basically", "基本满意"
        NOT = "not", "不满意"

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="ratings")
    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="ratings")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    attitude = models.CharField("办理态度", max_length=10, choices=Score.choices)
    result = models.CharField("办理结果", max_length=10, choices=Score.choices)
    met = models.CharField("是否见面", max_length=10, blank=True)  # met | declined | not
    text = models.TextField("意见", blank=True)
    # Asks the proposer wants handled again; the unit sees these numbers, never the name.
    redo = models.JSONField(default=list, blank=True)
    on_paper = models.BooleanField("纸面，代录", default=False)
    entered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["reply", "person"], name="a_person_rates_a_reply_once")
        ]

    def __str__(self) -> str:
        return f"{self.reply_id} {self.result}"
