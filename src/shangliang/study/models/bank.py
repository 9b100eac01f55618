"""The question bank (题库): every question stands on a sentence of a clause; drills until right twice."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...documents.models import Clause


class Bank(CommitteeOwned):
    """A set of questions: one document's, one subject's. ``practice``: anybody may practise it."""

    state = models.CharField("状态", max_length=10, default="open")
    title = models.CharField("名称", max_length=80)
    about = models.CharField("说明", max_length=300, blank=True)
    practice = models.BooleanField("可以练习", default=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("title", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "title"], name="a_bank_is_named_once")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Bank":
        return self

    def get_absolute_url(self) -> str:
        return reverse("study-bank", args=[self.pk])


class BankQuestion(CommitteeOwned):
    """One question. ``answer``: places of the right options, or the words a blank takes.

    ``seen_version``: the draft of the document in which a person last found ``sentence``.
    """

    class Kind(models.TextChoices):
        SINGLE = "single", "单选"
        MULTIPLE = "multiple", "多选"
        JUDGE = "judge", "判断"
        FILL = "fill", "填空"

    bank = models.ForeignKey(Bank, on_delete=models.PROTECT, related_name="questions")
    state = models.CharField("状态", max_length=10, default="active")
    kind = models.CharField("题型", max_length=10, choices=Kind.choices)
    text = models.CharField("题目", max_length=500)
    options = models.JSONField("选项", default=list, blank=True)
    answer = models.JSONField("答案", default=list)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    sentence = models.CharField("原句", max_length=1000)
    seen_version = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["bank", "text"], name="a_question_is_asked_once_in_a_bank"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "bank", "state"])]

    def __str__(self) -> str:
        return self.text

    @property
    def root(self) -> "BankQuestion":
        return self

    def get_absolute_url(self) -> str:
        return reverse("study-bank", args=[self.bank_id])

    @property
    def source(self) -> str:
        """《文件》条目号, as people cite it."""
        return f"《{self.clause.intake.title}》{self.clause.address}"


class Drill(CommitteeOwned):
    """A question one got wrong (错题): it returns on its day and goes after two right answers."""

    person = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey(BankQuestion, on_delete=models.CASCADE, related_name="+")
    wrong = models.PositiveSmallIntegerField("错了几次", default=1)
    run = models.PositiveSmallIntegerField("连对几次", default=0)
    due_on = models.DateField("哪天再练")
    closed_on = models.DateField("练会了", null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "question"], name="one_drill_a_question")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "person", "closed_on"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.question_id}"
