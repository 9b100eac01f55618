"""Sign-up without account (公开报名, S-191): a name to call somebody by, how many come, a code to cancel by."""

from typing import ClassVar

from django.db import models

from ...actors.models import CommitteeOwned
from .activity import Activity


class Guest(CommitteeOwned):
    """Somebody from outside. The name goes some days after the activity; the number stays."""

    part_of = "activity"

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="guests")
    public_code = models.CharField("报名号", max_length=20, unique=True)
    # Made in the page: the same form sent twice is one place.
    client_key = models.CharField(max_length=64, blank=True)
    name = models.CharField("怎么称呼", max_length=40, blank=True)
    people = models.PositiveSmallIntegerField("几个人", default=1)
    state = models.CharField(max_length=10, default="coming")  # coming | cancelled
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["activity", "client_key"],
                condition=~models.Q(client_key=""),
                name="a_guest_signs_up_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "activity", "state"])]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.pk}"
