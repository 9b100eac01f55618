"""Issue (期): the numbered periodical of the committee, to whom it went, and what came of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..rules import DEFAULT, VoiceRules, rules_of
from .voice import Voice


class Issue(CommitteeOwned):
    """One issue of 《社情民意》 or one 专报. Its number is given when it is printed, without gaps."""

    class Kind(models.TextChoices):
        PERIODICAL = "periodical", "社情民意"
        SPECIAL = "special", "专报"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PERIODICAL)
    state = models.CharField(max_length=12, default="draft")
    preset = models.CharField(max_length=30, default=DEFAULT)
    title = models.CharField("题目", max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField("期号", null=True, blank=True)
    total = models.PositiveIntegerField("总期号", null=True, blank=True)
    issued_on = models.DateField("印发日期", null=True, blank=True)
    editor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    signer = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "kind", "year", "number"],
                condition=Q(number__isnull=False),
                name="an_issue_number_is_given_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        name = self.get_kind_display()
        if self.number is None:
            return f"《{name}》（未编号）"
        return f"《{name}》{self.year} 年第 {self.number} 期"

    @property
    def rules(self) -> VoiceRules:
        return rules_of(self.preset)

    def get_absolute_url(self) -> str:
        return reverse("issue", args=[self.pk])


class IssueItem(CommitteeOwned):
    """A voice in an issue, in its place."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="items")
    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="printed_in")
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("order", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["issue", "voice"], name="an_item_stands_once_in_an_issue"
            )
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.voice_id}"


class Dispatch(CommitteeOwned):
    """The issue went to somebody on a day."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="dispatches")
    to = models.CharField("送", max_length=120)
    level = models.CharField(max_length=12)
    on = models.DateField()
    copies = models.PositiveSmallIntegerField("份数", default=1)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.to


class Adoption(CommitteeOwned):
    """What a level did with one item: used it, alone or combined, or a leader instructed on it."""

    class Form(models.TextChoices):
        SINGLE = "single", "单篇"
        COMBINED = "combined", "综合"
        FORWARDED = "forwarded", "转送"

    class Outcome(models.TextChoices):
        USED = "used", "采用"
        INSTRUCTED = "instructed", "批示"
        DEPARTMENT = "department", "部门采纳"

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="adoptions")
    level = models.CharField("层级", max_length=12)
    form = models.CharField("方式", max_length=10, choices=Form.choices, default=Form.SINGLE)
    outcome = models.CharField("结果", max_length=12, choices=Outcome.choices)
    by_whom = models.CharField("采用单位或批示人职务", max_length=120)
    words = models.TextField("批示内容（摘要）", blank=True)
    on = models.DateField("日期")
    recorded_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "on", "level"])]

    def __str__(self) -> str:
        return f"{self.level} {self.get_outcome_display()}"
