"""The own link (本人链接): how somebody without an account sees and answers what concerns them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ...actors.models import CommitteeOwned
from .listed import Listed


class OwnLink(CommitteeOwned):
    """A secret address of one listed person. Only a digest is kept; it holds as long as the consent."""

    part_of = "listed"

    listed = models.ForeignKey(Listed, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    seen_on = models.DateField("最近打开", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["listed"], condition=Q(ended_at__isnull=True), name="one_own_link_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.listed_id} {self.made_at:%Y-%m-%d}"
