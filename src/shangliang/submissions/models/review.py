"""Review (审查): several reviewers side by side; and what a machine suggested to them."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .proposal import Submission


class Review(CommitteeOwned):
    """One reviewer's opinion on one proposal. The outcome is a verb of its own."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=8, default="first")  # first | second
    outcome = models.CharField("建议结论", max_length=20, blank=True)
    class_code = models.CharField("类别", max_length=30, blank=True)
    reason_code = models.CharField("情形", max_length=30, blank=True)
    opinion = models.TextField("审查意见", blank=True)
    # rubric key -> "yes" | "no" | "unsure": the same points the proposer saw (S-002)
    rubric = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("stage", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "reviewer", "stage"],
                name="a_reviewer_has_one_opinion_a_stage",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reviewer_id} {self.outcome}"


class Suggestion(CommitteeOwned):
    """A machine's suggestion (系统拟): reason shown, "不对" counted (decision 7)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=20)  # class | unit | like | rubric
    value = models.CharField(max_length=60)
    why = models.CharField(max_length=300)
    verdict = models.CharField(max_length=8, blank=True)  # right | wrong | ""
    judged_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "kind", "value"], name="a_suggestion_is_made_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
