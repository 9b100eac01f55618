"""Sheets (六问、四步、框架自查) that a unit answers, and the three notebooks (三个本子)."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from .figures import Region, Yardstick
from .gaps import Gap


class Sheet(CommitteeOwned):
    """One unit's answers to one list of questions in one round. All of them are compulsory (S-120)."""

    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="sheets")
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="sheets")
    round = models.CharField("轮次", max_length=40)
    state = models.CharField("状态", max_length=10, default="draft")
    mission = models.TextField("强使命：为谁、为什么", blank=True)
    pledge = models.TextField("勇担当：我来负责的", blank=True)
    person_name = models.CharField("填写人", max_length=60, blank=True)
    returned = models.CharField("退回意见", max_length=300, blank=True)
    reviewed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_on = models.DateField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "yardstick", "owner", "round"],
                name="one_sheet_a_unit_and_round",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "owner", "state"])]

    def __str__(self) -> str:
        return f"{self.yardstick}（{self.round}）"

    def get_absolute_url(self) -> str:
        return reverse("sheet", args=[self.pk])


class Answer(CommitteeOwned):
    """One answer: enough or not, the evidence, the gap, the measure with its date and person."""

    class Verdict(models.TextChoices):
        ENOUGH = "enough", "够"
        NOT = "not", "不够"
        UNSURE = "unsure", "说不准"

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    question = models.CharField("问题", max_length=300)
    standard = models.CharField("对照", max_length=300, blank=True)
    verdict = models.CharField("够不够", max_length=8, choices=Verdict.choices, blank=True)
    evidence = models.TextField("凭什么这样说", blank=True)
    gap_text = models.CharField("差在哪里", max_length=300, blank=True)
    measure_text = models.CharField("怎么办", max_length=300, blank=True)
    person_name = models.CharField("责任人", max_length=60, blank=True)
    due_on = models.DateField("时限", null=True, blank=True)
    gap = models.ForeignKey(
        Gap, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "number"], name="one_answer_a_question")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.question}"

    @property
    def against(self) -> str:
        """What it is held against; the word 对照 once, whether or not the office wrote it."""
        bare = self.standard.strip().removeprefix("对照").lstrip("：: ")
        return f"对照：{bare}" if bare else ""


class NotebookItem(CommitteeOwned):
    """错题本, 真题本, 竞赛本 (S-126). A mistake closes only after passing again."""

    class Book(models.TextChoices):
        WRONG = "wrong", "错题本"
        REAL = "real", "真题本"
        CONTEST = "contest", "竞赛本"

    class State(models.TextChoices):
        OPEN = "open", "在册"
        CLOSED = "closed", "已过关"

    book = models.CharField(max_length=8, choices=Book.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="notebook")
    title = models.CharField("题目", max_length=200)
    cause = models.TextField("为什么错／谁要求的", blank=True)
    way = models.TextField("怎么做", blank=True)
    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    yardstick = models.ForeignKey(
        Yardstick, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rank_then = models.PositiveSmallIntegerField("当时位次", null=True, blank=True)
    period_then = models.CharField(max_length=8, blank=True)
    goal = models.CharField("目标", max_length=120, blank=True)
    retest_on = models.DateField("复测日", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("retest_on", "id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "owner", "book", "state"]),
            models.Index(fields=["committee", "state", "retest_on"]),
        ]

    def __str__(self) -> str:
        return self.title


class Retest(CommitteeOwned):
    """One re-test of a notebook item."""

    item = models.ForeignKey(NotebookItem, on_delete=models.CASCADE, related_name="retests")
    on = models.DateField("复测日")
    passed = models.BooleanField("通过")
    note = models.CharField("怎么测的", max_length=300)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.on} {'通过' if self.passed else '未过'}"
