"""Visit (走访) with its photos, and the joint plan of a township: who does what by when."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .charge import Charge


class Visit(CommitteeOwned):
    """A visit: when, how, what was seen."""

    charge_of = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="visits")
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=20, default="走访")
    note = models.TextField("看到什么、说了什么")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return f"{self.on} {self.way}"


def visit_photo_place(photo: "VisitPhoto", _name: str) -> str:
    """A generated name; nothing of the phone's file name reaches the disk."""
    return f"{photo.committee_id}/visits/{photo.sha256[:2]}/{photo.sha256}.jpg"


class VisitPhoto(CommitteeOwned):
    """A picture of a visit, made anew from its pixels: without the phone's place and time (S-076)."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to=visit_photo_place)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "sha256"], name="a_visit_s_photo_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.sha256[:8]}"


class PlanItem(CommitteeOwned):
    """One line of the joint plan (共同计划): what we do, what the township does, by when (S-077)."""

    charge_of = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="plan")
    what = models.CharField("要做的事", max_length=120)
    ours = models.CharField("本会做什么", max_length=200)
    theirs = models.CharField("乡镇做什么", max_length=200)
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField("时限")
    done_on = models.DateField("做成", null=True, blank=True)
    result = models.CharField("做成什么", max_length=200, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["charge_of", "what"], name="a_plan_s_line_stands_once")
        ]

    def __str__(self) -> str:
        return self.what
