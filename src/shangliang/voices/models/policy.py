"""Policy (惠企政策): what a document gives a firm, to whom by which clause; facts kept by wish; refusals."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Policy(CommitteeOwned):
    """One benefit of one document. ``rules``: a line a rule with its clause, read by engines/policies."""

    state = models.CharField("状态", max_length=8, default="draft")
    title = models.CharField("政策", max_length=80)
    document = models.CharField("文件", max_length=120)
    gives = models.CharField("给什么", max_length=300)
    rules = models.TextField("条件")
    period = models.CharField("期限写在哪一条", max_length=40)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)
    where = models.CharField("到哪里办", max_length=200)
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="主管单位",
    )  # fmt: skip
    papers = models.TextField("要带的材料", blank=True)
    ended_why = models.CharField("停用的原因", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def paper_list(self) -> list[str]:
        """What to bring, one thing a line."""
        return [line.strip() for line in self.papers.splitlines() if line.strip()]

    def get_absolute_url(self) -> str:
        return reverse("policy-desk", args=[self.pk])


class PolicyFacts(CommitteeOwned):
    """Six facts a firm asked to keep, without its name, until a day; found by its code alone."""

    public_code = models.CharField(max_length=20, unique=True)
    facts = models.JSONField(default=dict)
    until = models.DateField("留到")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["committee", "until"])]

    def __str__(self) -> str:
        return f"facts {self.pk}"


class PolicyRefusal(CommitteeOwned):
    """Somebody applied and did not get it: why, and what the written rules said of the facts told.

    ``found``: the finder's answer at that time, empty when no facts were told. ``by`` empty: the firm
    itself told it, without account.
    """

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="refusals")
    on = models.DateField("哪天")
    reason = models.CharField("原因", max_length=20)
    words = models.CharField("怎么说的", max_length=300, blank=True)
    found = models.CharField(max_length=8, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "policy", "-id"])]

    def __str__(self) -> str:
        return f"{self.policy_id}: {self.reason}"
