"""Papers (论文、体会文章): handed in, commented by readers, selected ones stand inside."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...documents.models import Document
from .plan import StudyItem


class StudyPaper(CommitteeOwned):
    """One person's paper. It stands inside only with its author's consent."""

    state = models.CharField("状态", max_length=10, default="draft")
    item = models.ForeignKey(
        StudyItem, on_delete=models.PROTECT, null=True, blank=True, related_name="papers"
    )
    author = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("题目", max_length=120)
    text = models.TextField("正文", max_length=60_000, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    consent = models.BooleanField("同意在内部刊出", default=False)
    returned_note = models.CharField("哪里要改", max_length=500, blank=True)
    handed_at = models.DateTimeField("交来", null=True, blank=True)
    published_at = models.DateTimeField("刊出", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "author"],
                condition=models.Q(item__isnull=False),
                name="one_paper_a_person_and_item",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "StudyPaper":
        return self

    @property
    def letters(self) -> int:
        """How long it is, without spaces."""
        return len("".join(self.text.split()))

    def get_absolute_url(self) -> str:
        return reverse("study-paper", args=[self.pk])


class PaperComment(CommitteeOwned):
    """What a reader says to the author; the two of them and the office read it."""

    paper = models.ForeignKey(StudyPaper, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("意见", max_length=2000)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.paper_id}"
