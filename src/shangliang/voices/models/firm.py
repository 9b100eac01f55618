"""What units answered a firm, round by round, and what the firm itself said to it."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .voice import Voice


class FirmAnswer(CommitteeOwned):
    """One answer of one round. ``firm_says`` is the firm's own word; nobody else's closes the case."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="answers")
    round = models.PositiveSmallIntegerField(default=1)
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    result = models.CharField("结果", max_length=12)
    text = models.TextField("怎么办的（答题）")
    commitment = models.CharField("承诺", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    firm_says = models.CharField(max_length=10, blank=True)  # solved | not
    firm_note = models.TextField("企业的话", blank=True)
    firm_at = models.DateTimeField(null=True, blank=True)
    # Told by phone and written down by staff: marked so.
    told_by_phone = models.BooleanField(default=False)
    heard_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("round", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["voice", "round"], name="one_answer_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.voice_id} 第 {self.round} 轮"
