"""Lecture (宣讲) and Doubt (疑问): what was explained where, what people asked, who answered by what."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned


class Lecture(CommitteeOwned):
    """One talk. The code lets its audience ask without an account; nothing about who asks is kept."""

    state = models.CharField("状态", max_length=10, default="planned")
    title = models.CharField("讲什么", max_length=80)
    points = models.TextField("要点", max_length=2000, blank=True)
    basis = models.CharField("依据", max_length=200)
    speaker = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="宣讲人"
    )
    starts_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=80)
    audience = models.CharField("讲给谁", max_length=80)
    heard = models.PositiveIntegerField("到了多少人", null=True, blank=True)
    code = models.CharField("提问码", max_length=14, unique=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_at", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-starts_at"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Lecture":
        return self

    def get_absolute_url(self) -> str:
        return reverse("lecture", args=[self.pk])


class Doubt(CommitteeOwned):
    """One question from the audience, its answer with the source, the one who answers, the one who checked."""

    flow = "doubt"
    part_of = "lecture"

    lecture = models.ForeignKey(Lecture, on_delete=models.CASCADE, related_name="doubts")
    state = models.CharField("状态", max_length=10, default="asked")
    public_code = models.CharField("回执号", max_length=14, unique=True)
    text = models.CharField("问的是什么", max_length=300)
    asked_on = models.DateField("提问")
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="请谁答",
    )  # fmt: skip
    answer = models.TextField("解答", max_length=1000, blank=True)
    source = models.CharField("依据哪里", max_length=200, blank=True)
    answered_as = models.CharField("谁答的", max_length=80, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reused",
        verbose_name="用了哪条答过的",
    )  # fmt: skip
    returned = models.CharField("退改意见", max_length=200, blank=True)
    aside_why = models.CharField("不答的原因", max_length=200, blank=True)
    passed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_on = models.DateField("公布", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-published_on"])]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def root(self) -> Lecture:
        return self.lecture

    def get_absolute_url(self) -> str:
        return self.lecture.get_absolute_url()
