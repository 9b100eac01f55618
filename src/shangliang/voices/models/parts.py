"""What belongs to a voice: its source, photos, interviews, consents and words."""

from datetime import date
from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .voice import Voice


class Source(CommitteeOwned):
    """Who told it (反映人): apart from the note, opened with a reason, each opening logged.

    Never in exports, lists, search, unit pages (catalogue E1). Kept until ``keep_until``, then erased.
    """

    part_of = "voice"
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="source")
    name = models.CharField("姓名", max_length=60, blank=True)
    contact = models.CharField("联系方式", max_length=120, blank=True)
    keep_until = models.DateField()
    erased_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"source of {self.voice_id}"


def photo_place(photo: "Photo", _name: str) -> str:
    """A generated name; nothing of the phone's file name reaches the disk."""
    return f"{photo.committee_id}/voices/{photo.sha256[:2]}/{photo.sha256}.jpg"


class Photo(CommitteeOwned):
    """A picture made anew from its pixels: no place, time, maker or thumbnail of the phone is left."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to=photo_place)
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    caption = models.CharField("说明", max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["voice", "sha256"], name="a_photo_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.voice_id} {self.sha256[:8]}"


class Interview(CommitteeOwned):
    """One asked in a micro-research: anonymised, by what they are (一家 30 人的纺织企业), not who."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="interviews")
    order = models.PositiveSmallIntegerField()
    who = models.CharField("什么人（不写姓名）", max_length=120)
    way = models.CharField("方式", max_length=40, blank=True)
    note = models.TextField("说了什么", blank=True)
    finding = models.CharField("归到哪条发现", max_length=200, blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.who


class Consent(CommitteeOwned):
    """An author's word on the edited text. One a person and round; silence is not a yes."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    said = models.CharField(max_length=8, blank=True)  # yes | no | "" not yet
    note = models.CharField("意见", max_length=500, blank=True)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["voice", "person", "round"], name="an_author_consents_once_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.voice_id} {self.person_id} {self.said}"


class Remark(CommitteeOwned):
    """Words that go with a verb: why not used, what to add, what was answered."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="remarks")
    verb = models.CharField(max_length=40)
    text = models.TextField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:40]


def months_on(day: date, months: int) -> date:
    """The day so many months later, never past the month's 28th."""
    place = day.month - 1 + months
    return date(day.year + place // 12, place % 12 + 1, min(day.day, 28))
