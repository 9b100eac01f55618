"""A piece of homework a member shows to colleagues, and their words to it (S-054). No score of anybody."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned

WORKS = (("work", "作品"), ("essay", "作文"), ("task", "作业"))


class SharedWork(CommitteeOwned):
    """One fact of the owner's own sheet, with the owner's words on it. Nothing is shown but by the owner."""

    state = models.CharField("状态", max_length=8, default="open")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="shared_works")
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("三作", max_length=6, choices=WORKS)
    source_type = models.CharField(max_length=30)
    source_id = models.BigIntegerField()
    title = models.CharField("题目", max_length=160)
    text = models.TextField("说给同事的话", max_length=2000)
    shared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "source_type", "source_id"], name="a_work_is_shown_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("homework-work", args=[self.pk])


class WorkComment(CommitteeOwned):
    """A colleague's words, by name; the owner answers or hides them, the writer takes them back."""

    part_of = "work"

    state = models.CharField("状态", max_length=10, default="shown")
    work = models.ForeignKey(SharedWork, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    text = models.CharField("意见", max_length=500)
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField("答复", max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "work", "id"])]

    def __str__(self) -> str:
        return f"{self.work_id}: {self.by_id}"

    @property
    def root(self) -> SharedWork:
        return self.work

    def get_absolute_url(self) -> str:
        return self.work.get_absolute_url()
