"""Lead (牵线): an opportunity or a need, through which member, how far it came."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Lead(CommitteeOwned):
    """A need or an offer. Contact details stand apart and are never public (S-086)."""

    class Side(models.TextChoices):
        OFFER = "offer", "线索"
        NEED = "need", "需求"

    class What(models.TextChoices):
        TALENT = "talent", "人才"
        TECHNOLOGY = "technology", "技术"
        PROJECT = "project", "项目"
        CAPITAL = "capital", "资金"

    state = models.CharField(max_length=12, default="contact")
    side = models.CharField(max_length=8, choices=Side.choices)
    what = models.CharField(max_length=12, choices=What.choices)
    title = models.CharField("一句话", max_length=120)
    text = models.TextField("说明", max_length=2000, blank=True)
    introducer = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    # The other side agreed to be written down here, for this purpose, until that day.
    consent_on = models.DateField("对方同意登记", null=True, blank=True)
    consent_until = models.DateField("同意到", null=True, blank=True)
    conflict = models.CharField("与本人、本企业的利益关系", max_length=200)
    matched = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    result = models.CharField("结果", max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    def consent_holds(self, day: date) -> bool:
        return bool(self.consent_on and self.consent_until and self.consent_until >= day)

    def get_absolute_url(self) -> str:
        return reverse("lead-page", args=[self.pk])


class LeadContact(CommitteeOwned):
    """How to reach the other side: for the introducer and the organiser alone, erased with consent."""

    part_of = "lead"
    lead = models.OneToOneField(Lead, on_delete=models.CASCADE, related_name="contact")
    name = models.CharField("联系人", max_length=60, blank=True)
    contact = models.CharField("联系方式", max_length=120, blank=True)

    def __str__(self) -> str:
        return f"contact of {self.lead_id}"
