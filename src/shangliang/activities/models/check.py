"""Checklist of an inspection (检查清单): clauses of a policy, each looked at on the spot (S-022)."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .activity import Activity
from .findings import Finding


class Check(CommitteeOwned):
    """One clause to be looked at. ``source`` says which paper and which clause it is."""

    class Seen(models.TextChoices):
        NOT_YET = "", "还没看"
        GOOD = "good", "做到了"
        BAD = "bad", "有问题"
        APART = "apart", "这次看不到"

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="checks")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField("条文", max_length=400)
    source = models.CharField("哪个文件哪一条", max_length=200, blank=True)
    seen = models.CharField("看的结果", max_length=6, choices=Seen.choices, blank=True)
    note = models.CharField("看到什么", max_length=300, blank=True)
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="checks"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("order", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "text"], name="a_clause_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.text
