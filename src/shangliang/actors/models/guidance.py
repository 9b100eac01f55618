"""A guidance note (指导意见) between levels: the upper committee advises, the lower may answer.

上级政协对下级政协是指导关系: nothing here touches the lower committee's cases.
"""

from typing import ClassVar

from django.db import models

from .actor import Actor, CommitteeOwned


class GuidanceNote(CommitteeOwned):
    """``committee`` wrote it to ``to``; both sides see it, each acts only on its own part."""

    to = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="guidance_received")
    title = models.CharField("事项", max_length=80)
    text = models.TextField("内容", max_length=2000)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField("回复", max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "-id"]),
            models.Index(fields=["to", "-id"]),
        ]

    def __str__(self) -> str:
        return self.title
