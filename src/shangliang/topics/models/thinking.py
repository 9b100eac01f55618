"""Two aids to thinking: 优势—问题—机遇 (S-138) and 思想解放闭环 (S-128)."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned


class Analysis(CommitteeOwned):
    """A sheet of strengths, problems and opportunities; chosen crossings become measures."""

    title = models.CharField("分析什么", max_length=80)
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/analyses/{self.pk}/"

    @property
    def root(self) -> "Analysis":
        return self


class Factor(CommitteeOwned):
    """One strength, problem or opportunity, with the evidence it rests on."""

    class Kind(models.TextChoices):
        STRENGTH = "strength", "优势"
        PROBLEM = "problem", "问题"
        CHANCE = "chance", "机遇"

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="factors")
    kind = models.CharField("哪一类", max_length=8, choices=Kind.choices)
    order = models.PositiveSmallIntegerField("次序")
    text = models.CharField("一句话", max_length=100)
    evidence = models.CharField("依据", max_length=200)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("kind", "order")

    def __str__(self) -> str:
        return self.text


class Measure(CommitteeOwned):
    """A crossing of a strength or an opportunity with a problem that somebody takes on."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="measures")
    helps = models.ForeignKey(Factor, on_delete=models.CASCADE, related_name="+")
    problem = models.ForeignKey(Factor, on_delete=models.CASCADE, related_name="+")
    text = models.CharField("怎么办", max_length=200)
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField("什么时候前", null=True, blank=True)
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["helps", "problem"], name="a_crossing_has_one_measure")
        ]

    def __str__(self) -> str:
        return self.text


class Path(CommitteeOwned):
    """An idea on its way to a project (思想解放闭环): view, thought, values, facts, theory, project."""

    flow = "path"

    title = models.CharField("想法", max_length=80)
    state = models.CharField("走到哪一站", max_length=10, default="view")
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/paths/{self.pk}/"

    @property
    def root(self) -> "Path":
        return self


class Station(CommitteeOwned):
    """What was written at one station; facts name the place and the day they were seen."""

    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="stations")
    key = models.CharField("哪一站", max_length=10)
    text = models.TextField("写了什么", max_length=1000)
    place = models.CharField("在哪里看到", max_length=80, blank=True)
    seen_on = models.DateField("哪天看的", null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("日期")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.key
