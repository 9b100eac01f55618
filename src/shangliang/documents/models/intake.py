"""Intake (文件拆解): one text being read, its parts and paragraphs, with the lines of the source."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .document import Document


class Intake(CommitteeOwned):
    """One speech, report or paper taken in to be read. Its text stands in paragraphs; the file as it
    came is ``document``; a corrected file makes a new ``version`` and keeps what was decided."""

    class Kind(models.TextChoices):
        SPEECH = "speech", "讲话"
        REPORT = "report", "工作报告"
        OPINION = "opinion", "意见、规定"
        SUPPORT = "support", "上级支持政策"
        INSTRUCTION = "instruction", "批示"
        PLAN = "plan", "年度计划"
        RESOLUTION = "resolution", "决议"
        STUDY = "study", "学习记录"
        SHEET = "sheet", "研讨发言"
        OTHER = "other", "其他"

    kind = models.CharField("种类", max_length=12, choices=Kind.choices, default=Kind.SPEECH)
    state = models.CharField("状态", max_length=10, default="reading")
    title = models.CharField("名称", max_length=200)
    given_on = models.DateField("讲话或成文日期", null=True, blank=True)
    public = models.BooleanField("公开文件", default=False)
    suggestions = models.BooleanField("系统先拟", default=True)
    version = models.PositiveSmallIntegerField("第几稿", default=1)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lines = models.PositiveIntegerField("原文行数", default=0)
    # What it was given at or handed in for: a meeting, an instruction.
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    # Names of the columns of its clause matrix (S-097: the four combinations); empty: one column.
    columns = models.JSONField("对照表的栏", default=list, blank=True)
    trouble = models.CharField("没读成的原因", max_length=300, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Intake":
        return self

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("intake", args=[self.pk])


class IntakePart(CommitteeOwned):
    """One document of a file. Its author is never assigned silently: ``settled`` says who said so."""

    class Sure(models.TextChoices):
        CERTAIN = "certain", "确定"
        SUGGESTED = "suggested", "推断，请确认"
        UNKNOWN = "unknown", "作者不明，请选"
        SETTLED = "settled", "已确认"

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField("第几篇")
    title = models.CharField("题名", max_length=300, blank=True)
    title_status = models.CharField(max_length=12, blank=True)
    author = models.CharField("作者", max_length=80, blank=True)
    author_status = models.CharField(max_length=10, choices=Sure.choices, default=Sure.UNKNOWN)
    # [{"name", "why", "line"}]: who may have given it, and what speaks for each.
    candidates = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    first = models.PositiveIntegerField("首行")
    last = models.PositiveIntegerField("末行")
    settled_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["intake", "number"], name="a_part_is_numbered_once")
        ]

    def __str__(self) -> str:
        return self.title or f"第{self.number}篇（无题名）"


class IntakeParagraph(CommitteeOwned):
    """A paragraph in the source's own characters. ``breaks``: [[place, line]], where each source
    line begins in ``text``, so that every line has an address."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="paragraphs")
    part = models.PositiveSmallIntegerField("第几篇")
    order = models.PositiveIntegerField("第几段")
    text = models.TextField()
    first = models.PositiveIntegerField("首行")
    last = models.PositiveIntegerField("末行")
    page = models.PositiveIntegerField("页", default=0)
    breaks = models.JSONField(default=list)
    level = models.PositiveSmallIntegerField("标题级别", default=0)  # 0: text
    loose = models.BooleanField("不属正文", default=False)  # heads, ornaments, repeated titles

    class Meta:
        ordering = ("order",)
        indexes: ClassVar = [models.Index(fields=["intake", "part", "order"])]

    def __str__(self) -> str:
        return self.text[:40]
