"""A calendar feed (日历订阅): a secret address of one person, which can be revoked."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned


class Feed(CommitteeOwned):
    """Only a digest of the secret is kept: whoever reads the table cannot read the calendar."""

    person = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_feed_a_person",
            )
        ]

    def __str__(self) -> str:
        return str(self.person_id)
