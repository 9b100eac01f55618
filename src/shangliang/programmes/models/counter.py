"""Counter (计数项): a sub-item of an action with how many are wanted, whole and of each partner (S-129, S-133)."""

from typing import ClassVar

from django.db import models

from ...actors.models import CommitteeOwned
from .programme import Contributor, Programme


class Counter(CommitteeOwned):
    """Done is counted from records, each with day, place, speaker, audience; it is no number of its own."""

    part_of = "programme"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="counters")
    action = models.CharField("行动", max_length=40)
    title = models.CharField("分项", max_length=60)
    unit = models.CharField("单位", max_length=8)
    target = models.PositiveIntegerField("指标")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "title"], name="a_counter_stands_once_in_a_programme"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Share(CommitteeOwned):
    """How many of a counter one partner, a county say, has taken on."""

    counter = models.ForeignKey(Counter, on_delete=models.CASCADE, related_name="shares")
    partner = models.ForeignKey(Contributor, on_delete=models.CASCADE, related_name="shares")
    target = models.PositiveIntegerField("指标")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["counter", "partner"], name="a_partner_has_one_share_of_a_counter"
            )
        ]

    def __str__(self) -> str:
        return f"{self.counter_id}: {self.partner_id} {self.target}"
