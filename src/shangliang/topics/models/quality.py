"""What stands beside a consultation: who rated it, ideas and their votes, who asked what afterwards."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .consultation import Consultation, Point


class Rater(CommitteeOwned):
    """Somebody who has rated a consultation. Never how: marks are only summed (E8)."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="raters")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["consultation", "person"], name="a_consultation_is_rated_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}"


class Idea(CommitteeOwned):
    """One idea of the brainstorming part (头脑风暴), counted by its votes (S-117)."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="ideas")
    order = models.PositiveSmallIntegerField("次序")
    text = models.CharField("点子", max_length=200)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    votes = models.PositiveIntegerField("赞成", default=0)
    # The agreed point it became, with an owner and a day.
    point = models.ForeignKey(
        Point, on_delete=models.SET_NULL, null=True, blank=True, related_name="ideas"
    )

    class Meta:
        ordering = ("-votes", "order")

    def __str__(self) -> str:
        return self.text


class IdeaVote(CommitteeOwned):
    """One person's vote for one idea; each has three."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="given")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["idea", "person"], name="an_idea_is_liked_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.idea_id}"


class Question(CommitteeOwned):
    """A question of somebody affected, and its factual answer (理顺情绪、解疑释惑, S-091).

    Only the matter is kept, nothing about the person; the code is the key to the answer.
    """

    flow = "question"

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="questions"
    )
    state = models.CharField("状态", max_length=10, default="asked")
    public_code = models.CharField("回执号", max_length=14, unique=True)
    text = models.CharField("问的是什么", max_length=300)
    answer = models.TextField("解答", max_length=1000, blank=True)
    source = models.CharField("依据哪里", max_length=200, blank=True)
    first_answer = models.TextField("第一次的解答", max_length=1000, blank=True)
    unclear = models.CharField("哪里不明白", max_length=200, blank=True)
    answers = models.PositiveSmallIntegerField("答过几次", default=0)
    asked_on = models.DateField("提问")
    answered_on = models.DateField("解答", null=True, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.text[:30]

    def get_absolute_url(self) -> str:
        return f"/q/{self.public_code}/"

    @property
    def root(self) -> "Question":
        return self
