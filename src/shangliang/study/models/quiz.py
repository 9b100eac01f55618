"""Contests (知识竞赛): the paper as it was asked, one entry a person, one answer a question."""

import secrets
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...actors.models import Tie as T
from .bank import BankQuestion
from .plan import StudyItem


def new_salt() -> str:
    """What each person's order is made from; one contest tells nothing of the next."""
    return secrets.token_hex(8)


class Quiz(CommitteeOwned):
    """One contest. All times are the server's."""

    class Team(models.TextChoices):
        NONE = "", "不组队"
        SECTOR = T.Kind.SECTOR.value, "按界别"
        SPECIAL = T.Kind.SPECIAL_COMMITTEE.value, "按专委会"
        GROUP = T.Kind.GROUP.value, "按委员小组"
        BRANCH = T.Kind.HOME.value, "按党支部、工作室"
        LISTED = "listed", "按学校、单位（下面列出）"

    state = models.CharField("状态", max_length=10, default="draft")
    title = models.CharField("名称", max_length=120)
    text = models.TextField("说明", max_length=1000, blank=True)
    item = models.ForeignKey(
        StudyItem, on_delete=models.PROTECT, null=True, blank=True, related_name="quizzes"
    )
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    minutes = models.PositiveSmallIntegerField("每人答题分钟", default=20)
    team_by = models.CharField(
        "组队", max_length=20, choices=Team.choices, blank=True, default=Team.NONE
    )
    team_best = models.PositiveSmallIntegerField("每队取几人", default=3)
    # Bodies of the register that may be stood for, where teams are schools or units.
    squads = models.JSONField("参赛的学校、单位", default=list)
    partial = models.BooleanField("多选漏选给一半分", default=False)
    show_people = models.BooleanField("个人榜公布姓名", default=False)
    salt = models.CharField(max_length=16, default=new_salt, editable=False)
    why_ended = models.CharField("作废的原因", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_at", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-starts_at"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Quiz":
        return self

    def get_absolute_url(self) -> str:
        return reverse("quiz", args=[self.pk])


class QuizQuestion(CommitteeOwned):
    """A question as it stood when it was drawn: a later change of the bank changes no contest."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    question = models.ForeignKey(BankQuestion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=BankQuestion.Kind.choices)
    text = models.CharField(max_length=500)
    options = models.JSONField(default=list)
    answer = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField("分值")
    source = models.CharField("出处", max_length=340)
    sentence = models.CharField("原句", max_length=1000)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["quiz", "question"], name="a_question_is_drawn_once")
        ]

    def __str__(self) -> str:
        return self.text


class QuizEntry(CommitteeOwned):
    """One person's try: one a contest, whatever is tapped twice."""

    part_of = "quiz"

    class How(models.TextChoices):
        SELF = "self", "本人交卷"
        CLOCK = "clock", "时间到，按已送到的算"

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="entries")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField("状态", max_length=10, default="running")
    started_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("到点")
    handed_at = models.DateTimeField("交卷", null=True, blank=True)
    how = models.CharField(max_length=8, choices=How.choices, blank=True)
    score = models.PositiveSmallIntegerField("得分", default=0)
    right = models.PositiveSmallIntegerField("答对", default=0)
    seconds = models.PositiveIntegerField("用时（秒）", default=0)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["quiz", "person"], name="one_entry_a_person_and_contest"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["quiz", "state"])]

    def __str__(self) -> str:
        return f"{self.quiz}"

    @property
    def root(self) -> Quiz:
        return self.quiz


class QuizAnswer(CommitteeOwned):
    """What was answered to one question; the last that came in time counts, once."""

    entry = models.ForeignKey(QuizEntry, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(QuizQuestion, on_delete=models.CASCADE, related_name="+")
    given = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField(default=0)
    right = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "question"], name="one_answer_a_question_of_a_sheet"
            )
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.question_id}"
