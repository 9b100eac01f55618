"""Marks on a proposal: key listing (重点), honours (优秀), publication (公开), service rating."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .proposal import Submission


class KeyListing(CommitteeOwned):
    """重点提案: decided by the chairpersons' meeting, with a leader in charge and a plan."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="key_listing"
    )
    leader = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="领衔督办"
    )
    body = models.CharField("督办机构", max_length=80, blank=True)
    decided_on = models.DateField("主席会议确定日")
    plan = models.TextField("督办方案", blank=True)
    plan_agreed_on = models.DateField("方案商定日", null=True, blank=True)
    way = models.CharField("督办方式", max_length=60, blank=True)
    outcome = models.TextField("督办结果", blank=True)

    def __str__(self) -> str:
        return f"重点 {self.submission_id}"


class Honour(CommitteeOwned):
    """评优: nominated by units or the office, listed, awarded."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="honours")
    kind = models.CharField(max_length=12, default="excellent")
    state = models.CharField(max_length=10, default="nominated")  # nominated listed awarded
    nominated_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("理由", blank=True)
    year = models.PositiveSmallIntegerField("年度")
    awarded_on = models.DateField("评定日", null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "kind", "year"], name="an_honour_is_given_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.submission_id}"


class Publication(CommitteeOwned):
    """公开: only with consent, the unit's attribute and a secrecy check, by a named reviewer."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="publication"
    )
    text = models.CharField(max_length=8, default="full")  # full | summary
    summary = models.TextField("摘要", blank=True)
    show_reply = models.BooleanField("同时公开答复", default=True)
    checked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["committee", "withdrawn_at", "-published_at"])]

    def __str__(self) -> str:
        return f"公开 {self.submission_id}"


class ServiceRating(CommitteeOwned):
    """A member's rating of the office's service (服务质量, S-004), not of the handling unit."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="service_ratings"
    )
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField("评分")  # 1..5
    text = models.TextField("意见", blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "person"], name="a_person_rates_service_once_a_proposal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.score}"
