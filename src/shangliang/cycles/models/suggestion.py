"""Suggestion (意见建议) of a unit, answered by a named bureau (S-151, S-102)."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from .call import Call


class Suggestion(CommitteeOwned):
    """One ask. The same ask of several units is merged into one ``lead``; all see its answer."""

    call = models.ForeignKey(
        Call, on_delete=models.PROTECT, null=True, blank=True, related_name="suggestions"
    )
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="提出单位"
    )
    state = models.CharField("状态", max_length=8, default="open")
    title = models.CharField("建议", max_length=120)
    text = models.TextField("内容", blank=True)
    addressee = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="答复单位",
    )  # fmt: skip
    lead = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    due_on = models.DateField("答复期限", null=True, blank=True)
    answer = models.TextField("答复", blank=True)
    answered_on = models.DateField(null=True, blank=True)
    # 针对性, 1 to 5, said by the office: S-151's "提的建议针对性不强".
    targeted = models.PositiveSmallIntegerField("针对性", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["committee", "unit"]),
            models.Index(fields=["committee", "addressee", "state"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Suggestion":
        return self

    def get_absolute_url(self) -> str:
        return reverse("suggestion", args=[self.pk])
