"""Talk (约讲): a venue asks a speaker for half a day; held, it becomes a record that counts (S-142)."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...groups.models import Team
from ...groups.slots import SLOTS
from .counter import Counter
from .item import Item
from .programme import Contributor, Programme


class Talk(CommitteeOwned):
    """Who speaks where and when; the database keeps a speaker from standing in two halls at once."""

    part_of = "programme"

    class Recording(models.TextChoices):
        NONE = "none", "没有录"
        AGREED = "agreed", "录了，讲述人同意"

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="talks")
    counter = models.ForeignKey(Counter, on_delete=models.PROTECT, related_name="talks")
    speaker = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="talks")
    partner = models.ForeignKey(Contributor, on_delete=models.PROTECT, related_name="talks")
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="talks"
    )
    venue = models.CharField("在哪里", max_length=80)
    day = models.DateField("哪天")
    slot = models.CharField("时段", max_length=10, choices=[(k, s.label) for k, s in SLOTS.items()])
    state = models.CharField("状态", max_length=10, default="asked")
    audience = models.PositiveIntegerField("听众人数", null=True, blank=True)
    recording = models.CharField(max_length=8, choices=Recording.choices, blank=True)
    feedback = models.CharField("听众的话", max_length=300, blank=True)
    why = models.CharField("原因", max_length=120, blank=True)
    record = models.OneToOneField(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="talk"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("day", "slot", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["speaker", "day", "slot"],
                condition=models.Q(state__in=("agreed", "held")),
                name="a_speaker_speaks_once_at_a_time",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "programme", "day"])]

    def __str__(self) -> str:
        return f"{self.speaker}在{self.venue}（{self.day:%-m 月 %-d 日}{SLOTS[self.slot].label}）"

    @property
    def root(self) -> Programme:
        return self.programme

    def over(self, today: date) -> bool:
        """Its day is here or past."""
        return self.day <= today

    def get_absolute_url(self) -> str:
        return reverse("programme-talks", args=[self.programme_id])
