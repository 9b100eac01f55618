"""Gazette (一期): one numbered issue of the committee's own periodical."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Gazette(CommitteeOwned):
    """An issue with its texts in their order. Its number is given when it comes out, by year, without gaps."""

    name = models.CharField("刊名", max_length=40)
    state = models.CharField("状态", max_length=8, default="draft")
    preface = models.CharField("编者的话", max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField("期号", null=True, blank=True)
    issued_on = models.DateField("出刊", null=True, blank=True)
    editor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    signer = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "name", "year", "number"],
                condition=Q(number__isnull=False),
                name="a_gazette_number_is_given_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        if self.number is None:
            return f"《{self.name}》（未出刊）"
        return f"《{self.name}》{self.year} 年第 {self.number} 期"

    @property
    def root(self) -> "Gazette":
        return self

    def get_absolute_url(self) -> str:
        return reverse("gazette", args=[self.pk])
