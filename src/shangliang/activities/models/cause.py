"""Why somebody could not come (没能来的原因): a mark that one answered, and a count that names nobody."""

from typing import ClassVar

from django.db import models

from ...actors.models import CommitteeOwned
from .attendance import Attendance


class CauseSaid(CommitteeOwned):
    """This absence was answered for, so that nobody is asked twice. What was answered is not here."""

    attendance = models.OneToOneField(
        Attendance, on_delete=models.CASCADE, related_name="cause_said"
    )

    def __str__(self) -> str:
        return f"{self.attendance_id}"


class CauseCount(CommitteeOwned):
    """How often a cause was named in a year. No row leads back to a person or an activity."""

    year = models.PositiveSmallIntegerField("年度")
    cause = models.CharField("原因", max_length=12)
    n = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("year", "cause")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "year", "cause"], name="a_cause_is_counted_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.cause}: {self.n}"
