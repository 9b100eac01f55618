"""Call (通知): what is to be reported, by whom; and what was handed in, held against it (S-148–150)."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...documents.models import Document


class Call(CommitteeOwned):
    """A notice that asks for reports before a meeting, for suggestions, or for a special study.

    Meetings of one series follow each other: the next opens on the tasks of the last.
    """

    class Kind(models.TextChoices):
        MEETING = "meeting", "会议汇报"
        SUGGESTIONS = "suggestions", "征集建议"
        STUDY = "study", "专题研究"
        RESOLUTION = "resolution", "决议执行"

    kind = models.CharField("种类", max_length=12, choices=Kind.choices, default=Kind.MEETING)
    state = models.CharField("状态", max_length=8, default="draft")
    title = models.CharField("名称", max_length=200)
    series = models.CharField("系列", max_length=80, blank=True)
    text = models.TextField("通知正文", blank=True)
    meeting_on = models.DateField("开会日期", null=True, blank=True)
    place = models.CharField("地点", max_length=120, blank=True)
    due_on = models.DateField("交汇报的期限")
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    held_on = models.DateField("开了会", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["committee", "series", "-id"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Call":
        return self

    def get_absolute_url(self) -> str:
        return reverse("call", args=[self.pk])


class Content(CommitteeOwned):
    """One content the notice requires. ``words``: what a passage on it is known by."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="contents")
    order = models.PositiveSmallIntegerField("序")
    name = models.CharField("必报内容", max_length=120)
    words = models.JSONField("关键词", default=list, blank=True)
    figures = models.BooleanField("要有数据", default=False)

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        return self.name


class Handin(CommitteeOwned):
    """What one unit hands in to a call. Its text stays as it was handed in."""

    part_of = "call"

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="handins")
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="汇报单位"
    )
    state = models.CharField("状态", max_length=8, default="asked")
    speaks = models.PositiveSmallIntegerField("发言次序", default=0)
    text = models.TextField("汇报", blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveSmallIntegerField("第几稿", default=0)
    handed_at = models.DateTimeField("交的时间", null=True, blank=True)
    handed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField("退回的话", max_length=300, blank=True)
    # Counts for lists, as people see them: overruled verdicts count as overruled.
    answered = models.PositiveSmallIntegerField(default=0)
    thin = models.PositiveSmallIntegerField(default=0)
    missing = models.PositiveSmallIntegerField(default=0)
    measures = models.PositiveSmallIntegerField("举措", default=0)
    vague = models.PositiveSmallIntegerField("不实的举措", default=0)

    class Meta:
        ordering = ("speaks", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["call", "unit"], name="a_unit_is_asked_once_a_call")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "unit", "state"])]

    def __str__(self) -> str:
        return f"{self.unit} {self.call}"

    @property
    def root(self) -> Call:
        return self.call

    def get_absolute_url(self) -> str:
        return reverse("handin", args=[self.pk])


class Covered(CommitteeOwned):
    """Whether a report answers one content: the check's verdict with its passage, and a person's."""

    class State(models.TextChoices):
        ANSWERED = "answered", "答了"
        THIN = "thin", "单薄"
        MISSING = "missing", "没提"

    handin = models.ForeignKey(Handin, on_delete=models.CASCADE, related_name="covered")
    content = models.ForeignKey(Content, on_delete=models.CASCADE, related_name="covered")
    found = models.CharField("检查", max_length=8, choices=State.choices)
    passage = models.TextField("原文", blank=True)
    first = models.PositiveIntegerField(default=0)
    last = models.PositiveIntegerField(default=0)
    why = models.CharField("为什么", max_length=300, blank=True)
    said = models.CharField("人定", max_length=8, choices=State.choices, blank=True)
    said_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    said_why = models.CharField("理由", max_length=200, blank=True)

    class Meta:
        ordering = ("content__order",)

    def __str__(self) -> str:
        return f"{self.content} {self.state}"

    @property
    def state(self) -> str:
        """A person overrules the check."""
        return self.said or self.found

    @property
    def label(self) -> str:
        return str(self.State(self.state).label)


class VagueMeasure(CommitteeOwned):
    """A measure of a report that lacks who, when or how much; a person says whether it stands so."""

    class Verdict(models.TextChoices):
        VAGUE = "vague", "要补"
        FINE = "fine", "可以"

    handin = models.ForeignKey(Handin, on_delete=models.CASCADE, related_name="vague_measures")
    text = models.TextField("举措")
    first = models.PositiveIntegerField(default=0)
    lacks = models.JSONField("缺", default=list)
    verdict = models.CharField(max_length=6, choices=Verdict.choices, blank=True)
    said_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("first", "id")

    def __str__(self) -> str:
        return self.text[:40]


class Remark(CommitteeOwned):
    """点评 on one report: five marks from 1 to 5 and words. Each stays; the last one counts (S-150)."""

    handin = models.ForeignKey(Handin, on_delete=models.CASCADE, related_name="remarks")
    marks = models.JSONField("五问", default=dict)
    text = models.TextField("点评", blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.text[:40]
