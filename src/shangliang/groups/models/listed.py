"""Listed (名单上的人): kept by consent, for a purpose, until a day; and every contact with them.

No field holds a belief, mood or leaning, and none may be added (catalogue E2, E3, E5).
"""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..words import ANSWERS, LISTS, MATTERS
from .team import Team

GONE_NAME = "（已撤回）"


class ListedQuerySet(models.QuerySet["Listed"]):
    """Date questions as sentences."""

    def in_force(self, day: date) -> "ListedQuerySet":
        """Consent given and not over on ``day``."""
        return self.filter(state="in", until__gte=day)


class Listed(CommitteeOwned):
    """One person or institute on one list. ``keeper``: who looks after the entry and sees the name.

    ``person`` is set where the person is in the register (a member, a friend who is invited).
    """

    kind = models.CharField("名单", max_length=10, choices=list(LISTS.items()))
    state = models.CharField("状态", max_length=8, default="asked")
    person = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="listings"
    )
    keeper = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="联系人",
    )  # fmt: skip
    name = models.CharField("姓名或名称", max_length=60)
    unit = models.CharField("单位", max_length=120, blank=True)
    post = models.CharField("职务职称", max_length=60, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    fields = models.CharField("擅长", max_length=200, blank=True)
    kin = models.CharField("本人申明有关联的单位", max_length=300, blank=True)
    purpose = models.CharField("用途", max_length=200)
    how = models.CharField("怎么同意的", max_length=60, blank=True)
    consent_on = models.DateField("同意日", null=True, blank=True)
    until = models.DateField("到哪天")
    every_days = models.PositiveSmallIntegerField("隔几天联系一次", default=0)
    made_on = models.DateField("登记")
    gone_on = models.DateField("撤回", null=True, blank=True)

    objects = ListedQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "kind", "person"],
                condition=Q(person__isnull=False) & ~Q(state="gone"),
                name="a_person_stands_once_on_a_list",
            ),
            models.CheckConstraint(
                condition=~Q(state="in") | Q(consent_on__isnull=False),
                name="nobody_is_listed_without_consent",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "kind", "state"]),
            models.Index(fields=["committee", "keeper"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def root(self) -> "Listed":
        return self

    @property
    def kind_label(self) -> str:
        return LISTS[self.kind]

    def holds(self, day: date) -> bool:
        """Consent given and not over."""
        return self.state == "in" and self.until >= day

    def get_absolute_url(self) -> str:
        return reverse("listed", args=[self.pk])


class Asking(CommitteeOwned):
    """One request to a listed person (请他来), its answer, and the delivered work with its review.

    The rows stay when the person withdraws, without a name: how often is a count.
    """

    listed = models.ForeignKey(Listed, on_delete=models.CASCADE, related_name="askings")
    title = models.CharField("请来做什么", max_length=120)
    brief = models.CharField("要求", max_length=500, blank=True)
    on = models.DateField("日期")
    due_on = models.DateField("哪天前交", null=True, blank=True)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    answer = models.CharField(
        "答复", max_length=10, choices=list(ANSWERS.items()), default="waiting"
    )
    delivered = models.CharField("交来了什么", max_length=500, blank=True)
    delivered_on = models.DateField(null=True, blank=True)
    review = models.CharField("评议", max_length=500, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "listed", "-on"])]

    def __str__(self) -> str:
        return self.title


class Touch(CommitteeOwned):
    """One contact (联系): with a listed person, a sector's member, a county. Category and a sentence."""

    listed = models.ForeignKey(
        Listed, on_delete=models.CASCADE, null=True, blank=True, related_name="touches"
    )
    team = models.ForeignKey(
        Team, on_delete=models.CASCADE, null=True, blank=True, related_name="touches"
    )
    whom = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="touched"
    )
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=10)
    matter = models.CharField(
        "哪方面的事", max_length=12, choices=list(MATTERS.items()), blank=True
    )
    note = models.CharField("什么事", max_length=120, blank=True)
    # Whom a need was passed to; under a county's question, the answer.
    referred = models.CharField("转给谁办", max_length=200, blank=True)
    open_question = models.BooleanField("还没有答复", default=False)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "whom", "-on"]),
            models.Index(fields=["committee", "listed", "-on"]),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.way}"
