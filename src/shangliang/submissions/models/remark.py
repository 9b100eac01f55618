"""Remark (附言): the words that go with a verb, kept beside the event and never inside it.

An event holds ids only, so that the chain can stand for ever; the reason of a withdrawal or of a
return to the drafter is personal text and lives here, where it can be erased.
"""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .proposal import Submission


class Remark(CommitteeOwned):
    """What somebody wrote when doing ``verb``; the event points here as what it is about."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="remarks")
    verb = models.CharField(max_length=30)
    text = models.TextField("附言")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["submission", "verb"])]

    def __str__(self) -> str:
        return self.text[:60]
