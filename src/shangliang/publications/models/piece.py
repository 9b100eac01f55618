"""Piece (稿件): a text, what it tells of, who wrote and who reviewed it, what proves it."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...engines.text.provable import LONGEST, Provable, provable_in
from ..book import Kind, kinds
from .gazette import Gazette


class Piece(CommitteeOwned):
    """A text on its way to the public. ``source_*``: the result it tells of, kept for good."""

    kind = models.CharField("种类", max_length=12)
    state = models.CharField("状态", max_length=10, default="draft")
    title = models.CharField("标题", max_length=80)
    parts = models.JSONField("各段", default=dict)
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    source_title = models.CharField("写的是哪件事", max_length=200, blank=True)
    round = models.PositiveSmallIntegerField("第几轮审", default=1)
    returned = models.CharField("退改意见", max_length=300, blank=True)
    gazette = models.ForeignKey(
        Gazette, on_delete=models.PROTECT, null=True, blank=True, related_name="pieces"
    )
    place = models.PositiveSmallIntegerField("排在第几", default=0)
    published_on = models.DateField("发布", null=True, blank=True)
    withdrawn_why = models.CharField("撤下的原因", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["committee", "kind", "state", "-published_on"]),
            models.Index(fields=["source_type", "source_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Piece":
        return self

    @property
    def book(self) -> Kind:
        return kinds()[self.kind]

    def said(self) -> list[tuple[str, str]]:
        """(heading, text) of each part that says something; the body itself needs no heading."""
        found = [(p.code, p.label, self.parts.get(p.code, "")) for p in self.book.parts]
        return [("" if code == "text" else label, text) for code, label, text in found if text]

    @property
    def text(self) -> str:
        """All that would be read: title and parts, each on its line."""
        return "\n".join([self.title, *(text for _, text in self.said())])

    def claims(self) -> list[Provable]:
        """Figures and superlatives of the text."""
        return provable_in(self.text)

    def get_absolute_url(self) -> str:
        return reverse("piece", args=[self.pk])


class PieceHand(CommitteeOwned):
    """Who did which step with a text: wrote, reviewed, sent back. What it said is kept."""

    part_of = "piece"

    class Step(models.TextChoices):
        WRITE = "write", "写稿"
        FIRST = "first", "初审"
        SECOND = "second", "复审"
        FINAL = "final", "终审"
        BACK = "back", "退改"

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="hands")
    step = models.CharField(max_length=8, choices=Step.choices)
    round = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("意见", max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.by_id}"


class Proof(CommitteeOwned):
    """What a claim rests on. No ``about_type``: a person said why it is no claim."""

    part_of = "piece"

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="proofs")
    words = models.CharField("说法", max_length=LONGEST)
    sentence = models.CharField("原句", max_length=LONGEST)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    label = models.CharField("凭据", max_length=300)
    stated = models.BooleanField("凭据里有这个数", default=False)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["piece", "words", "sentence"], name="a_claim_has_one_proof"
            )
        ]

    def __str__(self) -> str:
        return f"{self.words} ← {self.label}"


class Amendment(CommitteeOwned):
    """更正: a dated note under a published text, written by one and passed by another."""

    part_of = "piece"

    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="amendments")
    text = models.CharField("更正", max_length=500)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("写")
    passed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    passed_on = models.DateField("发布", null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:40]
