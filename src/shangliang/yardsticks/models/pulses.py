"""Pulse surveys: counts only, entered by the office or given by people through one link."""

from datetime import date
from typing import ClassVar

from django.db import models

from ...actors.models import CommitteeOwned
from .figures import Region


class Pulse(CommitteeOwned):
    """A short anonymous survey, three to five questions. Only counts are kept (S-140, E2)."""

    title = models.CharField("题目", max_length=120)
    # [{"text", "options": [...], "good": [index, ...]}]
    questions = models.JSONField(default=list)
    on = models.DateField("日期")
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    population = models.PositiveIntegerField("总人数", null=True, blank=True)
    did = models.TextField("您说了，我们做了", blank=True)
    # Answered by its link until a day: why it is asked, and the part of the address nobody guesses.
    purpose = models.CharField("为什么问", max_length=200, blank=True)
    code = models.CharField(max_length=32, blank=True)
    until = models.DateField("截止", null=True, blank=True)
    closed_on = models.DateField("结束", null=True, blank=True)
    # One question answered in own words; what it is asked is here, what is said in PulseWord.
    open_question = models.CharField("自己写的一题", max_length=120, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"], condition=~models.Q(code=""), name="pulse_code_is_one"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def is_open(self, day: date) -> bool:
        """Whether answers come in by the link on this day."""
        return bool(
            self.code and self.closed_on is None and self.until is not None and day <= self.until
        )


class PulseCount(CommitteeOwned):
    """How many of a region answered what; fewer than five are not shown."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="counts")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    # one list of counts a question
    counts = models.JSONField(default=list)

    class Meta:
        ordering = ("region__rank", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pulse", "region"], name="one_count_a_region")
        ]

    def __str__(self) -> str:
        return f"{self.pulse_id} {self.region_id}"


class PulseTicket(CommitteeOwned):
    """An answering page that was sent in: the print of its key, so that it counts once.

    No answer, no place and no time stand here, so a ticket tells nothing about what was said.
    """

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="tickets")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pulse", "digest"], name="answered_once_a_page")
        ]

    def __str__(self) -> str:
        return self.digest[:8]


class PulseWord(CommitteeOwned):
    """What one person wrote to the open question; no place, no time, no tie to their other answers.

    Shown only as groups of the like, five and more (E6).
    """

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="words")
    text = models.CharField(max_length=200)

    class Meta:
        # By what it says: the order of rows would tell who answered first.
        ordering = ("text",)

    def __str__(self) -> str:
        return self.text[:20]
