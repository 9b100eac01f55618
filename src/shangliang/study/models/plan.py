"""The year's plan (学习计划), its items, who must by layer, what is read, who has done it."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...documents.models import Clause, Intake


class LayerSeat(CommitteeOwned):
    """A person named to a layer no register tells (政协党组). A duty list, never a judgement."""

    layer = models.CharField("层", max_length=24)
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("layer", "person__stroke_key", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "layer", "person"], name="a_layer_names_a_person_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.layer} {self.person_id}"


class StudyPlan(CommitteeOwned):
    """One year's plan: what is to be learned, and why."""

    state = models.CharField("状态", max_length=10, default="draft")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=120)
    text = models.TextField("目标和要求", max_length=2000, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField("印发", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-year", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "year", "title"], name="a_study_plan_is_named_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "StudyPlan":
        return self

    def get_absolute_url(self) -> str:
        return reverse("study-plan", args=[self.pk])


class StudyItem(CommitteeOwned):
    """One thing of the plan. ``activity_id``: the activity people sign in at (room 活动)."""

    class Kind(models.TextChoices):
        READING = "reading", "读文件"
        SESSION = "session", "集体学习、报告会"
        SEMINAR = "seminar", "研讨会"
        BRANCH = "branch", "支部学习会"
        TRAINING = "training", "培训"
        PAPER = "paper", "论文、体会文章"
        QUIZ = "quiz", "知识竞赛"

    MEETS: ClassVar = ("session", "seminar", "branch", "training")

    plan = models.ForeignKey(StudyPlan, on_delete=models.PROTECT, related_name="items")
    state = models.CharField("状态", max_length=10, default="draft")
    kind = models.CharField("方式", max_length=10, choices=Kind.choices)
    title = models.CharField("内容", max_length=120)
    text = models.TextField("要求", max_length=2000, blank=True)
    induction = models.BooleanField("新任委员必学", default=False)
    hours = models.PositiveSmallIntegerField("学时", default=0)
    activity_id = models.BigIntegerField(null=True, blank=True)
    # The record of a session or seminar: who spoke, what was said, its points one a line.
    speakers = models.CharField("主讲、发言", max_length=300, blank=True)
    record = models.TextField("记录", max_length=8000, blank=True)
    points = models.TextField("要点", max_length=4000, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    intake = models.ForeignKey(
        Intake, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField(null=True, blank=True)
    why_ended = models.CharField("取消的原因", max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "kind"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "StudyItem":
        return self

    @property
    def meets(self) -> bool:
        return self.kind in self.MEETS

    def get_absolute_url(self) -> str:
        return reverse("study-item", args=[self.pk])


class ItemLayer(CommitteeOwned):
    """Which layer must, by when. ``body``: one sector, group, branch instead of a layer of the preset.

    The clock of reminders runs on this row: at the time of telling it asks who has not done it yet.
    """

    item = models.ForeignKey(StudyItem, on_delete=models.CASCADE, related_name="layers")
    layer = models.CharField("层", max_length=24)
    body = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    label = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField("完成时限")

    class Meta:
        ordering = ("order", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "layer"], name="a_layer_stands_once_in_an_item")
        ]

    def __str__(self) -> str:
        return self.label


class StudyReading(CommitteeOwned):
    """What is to be read: a text taken in, one clause of it, or a book that only has a name."""

    item = models.ForeignKey(StudyItem, on_delete=models.CASCADE, related_name="readings")
    title = models.CharField("读什么", max_length=200)
    intake = models.ForeignKey(
        Intake, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.title


class StudyDuty(CommitteeOwned):
    """One person must do one item. Only done or not: nothing here measures belief or mood (E3)."""

    class How(models.TextChoices):
        SELF = "self", "本人确认"
        SIGNED = "signed", "签到"
        PAPER = "paper", "交了文章"
        QUIZ = "quiz", "答了题"
        OFFICE = "office", "工作人员登记"

    part_of = "item"

    item = models.ForeignKey(StudyItem, on_delete=models.CASCADE, related_name="duties")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    layer = models.ForeignKey(ItemLayer, on_delete=models.CASCADE, related_name="duties")
    group = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField("状态", max_length=10, default="todo")
    how = models.CharField("怎么完成", max_length=8, choices=How.choices, blank=True)
    done_at = models.DateTimeField("完成", null=True, blank=True)
    why = models.CharField("免修原因", max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("person__stroke_key", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "person"], name="one_duty_a_person_and_item")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "person", "state"])]

    def __str__(self) -> str:
        return f"{self.item}"

    @property
    def root(self) -> StudyItem:
        return self.item


class StudyNote(CommitteeOwned):
    """What one learned, in one's own words: private until shared, private again when taken back."""

    duty = models.OneToOneField(StudyDuty, on_delete=models.CASCADE, related_name="note")
    text = models.TextField("学到什么", max_length=2000)
    shared_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-shared_at", "-id")

    def __str__(self) -> str:
        return f"{self.duty_id}"
