"""共识: what was agreed on a matter, edition by edition, with what differences remain (S-106)."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .consultation import Consultation
from .topic import Topic


class Accord(CommitteeOwned):
    """One matter on which consensus is gathered, in one of three fields."""

    class Field(models.TextChoices):
        THOUGHT = "thought", "思想共识"
        GROWTH = "growth", "发展共识"
        SPECIAL = "special", "专题共识"

    title = models.CharField("事项", max_length=80)
    field = models.CharField("哪一方面", max_length=8, choices=Field.choices)
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, null=True, blank=True, related_name="accords"
    )
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "field", "-id"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/accords/{self.pk}/"

    @property
    def root(self) -> "Accord":
        return self


class Edition(CommitteeOwned):
    """The consensus as it stood on a day. Editions are added, never changed."""

    class Degree(models.TextChoices):
        ALL = "all", "各方一致"
        MOST = "most", "多数一致，少数保留"
        PART = "part", "部分一致"

    accord = models.ForeignKey(Accord, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField("第几版")
    text = models.TextField("共识", max_length=2000)
    parties = models.CharField("哪些方面", max_length=300)
    degree = models.CharField("到什么程度", max_length=4, choices=Degree.choices)
    remaining = models.TextField("还有什么不同", max_length=1000, blank=True)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, null=True, blank=True, related_name="editions"
    )
    # An online round whose published result it rests on; that room is known by id only.
    round_id = models.BigIntegerField(null=True, blank=True)
    on = models.DateField("日期")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["accord", "number"], name="an_edition_has_one_number")
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 版"
