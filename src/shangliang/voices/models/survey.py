"""Survey of members' firms (企业摸底): one link a firm, few questions, small groups hidden."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..rules import DEFAULT, VoiceRules, rules_of


class Survey(CommitteeOwned):
    """A survey with a purpose, a holder and an end: after it the answers are only counts."""

    title = models.CharField("题目", max_length=80)
    purpose = models.CharField("为了什么、谁用、用到什么时候", max_length=300)
    state = models.CharField(max_length=8, default="draft")
    preset = models.CharField(max_length=30, default=DEFAULT)
    ends_on = models.DateField("截止")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    @property
    def rules(self) -> VoiceRules:
        return rules_of(self.preset)

    def get_absolute_url(self) -> str:
        return reverse("survey", args=[self.pk])


class SurveyLink(CommitteeOwned):
    """The one address of one firm; the code cannot be guessed."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="links")
    firm = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    public_code = models.CharField(max_length=40, unique=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "firm"], name="one_link_a_firm")
        ]

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.firm_id}"


class SurveyAnswer(CommitteeOwned):
    """What came back by a link. ``forwarded``: by a stranger the link was passed on to; kept apart,
    never over the firm's own."""

    class Work(models.TextChoices):
        FULL = "full", "正常生产"
        PART = "part", "部分开工"
        STOPPED = "stopped", "停工"

    class Trend(models.TextChoices):
        UP = "up", "比上年多"
        SAME = "same", "差不多"
        DOWN = "down", "比上年少"

    class Cash(models.TextChoices):
        OVER = "over", "够用半年以上"
        MONTHS = "months", "够用三到六个月"
        SHORT = "short", "不到三个月"

    link = models.ForeignKey(SurveyLink, on_delete=models.CASCADE, related_name="answers")
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="answers")
    forwarded = models.BooleanField(default=False)
    device = models.CharField(max_length=64)
    work = models.CharField("开工情况", max_length=8, choices=Work.choices)
    staff_back = models.PositiveSmallIntegerField("返岗比例", null=True, blank=True)
    orders = models.CharField("订单", max_length=8, choices=Trend.choices, blank=True)
    cash = models.CharField("资金", max_length=8, choices=Cash.choices, blank=True)
    trade = models.CharField("行业", max_length=20, blank=True)
    problem = models.TextField("眼下最难的一件事", max_length=1000, blank=True)
    matter = models.CharField("归类", max_length=30, blank=True)
    matter_settled = models.BooleanField("已由人定", default=False)
    voice = models.ForeignKey(
        "voices.Voice", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["link"],
                condition=models.Q(forwarded=False),
                name="one_own_answer_a_link",
            ),
            models.UniqueConstraint(fields=["link", "device"], name="one_answer_a_device"),
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "survey", "forwarded"])]

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.pk}"
