"""Gap (差距), its measures, the learn and model rows of the three lists, and self-benchmarking."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from .figures import InWords, Region, Yardstick
from .pulses import Pulse


class Gap(InWords, CommitteeOwned):
    """Standard minus reading: size, cause, owner. Without a measure it stays in sight."""

    class Kind(models.TextChoices):
        COMPUTED = "computed", "数据算出"
        NOTED = "noted", "人工提出"

    class Against(models.TextChoices):
        CITY = "city", "较全市"
        PROVINCE = "province", "较全省"
        PEER = "peer", "较标杆"
        TARGET = "target", "较目标"
        PAST = "past", "较去年"
        STANDARD = "standard", "较标准"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NOTED)
    state = models.CharField("状态", max_length=10, default="open")
    subject = models.CharField("差距", max_length=200)
    text = models.TextField("表现", blank=True)
    yardstick = models.ForeignKey(
        Yardstick, on_delete=models.PROTECT, null=True, blank=True, related_name="gaps"
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="gaps"
    )
    peer = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    period = models.CharField("期间", max_length=8, blank=True)
    against = models.CharField(max_length=10, choices=Against.choices, blank=True)
    value = models.DecimalField("现状", max_digits=20, decimal_places=4, null=True, blank=True)
    standard = models.DecimalField("标准", max_digits=20, decimal_places=4, null=True, blank=True)
    # Signed: below zero is behind, whichever way the indicator is good.
    size = models.DecimalField("差", max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    cause = models.TextField("主要原因", blank=True)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="gaps"
    )
    source_type = models.CharField(max_length=30, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    closed_on = models.DateField("消除", null=True, blank=True)
    closed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closing = models.CharField("凭什么消除", max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "region"]),
            models.Index(fields=["committee", "owner", "state"]),
            models.Index(fields=["committee", "source_type", "source_id"]),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("gap", args=[self.pk])

    @property
    def root(self) -> "Gap":
        return self


class Measure(CommitteeOwned):
    """What is done about a gap: a date and a person; it may become a task by a visible act."""

    part_of = "gap"

    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="measures")
    state = models.CharField("状态", max_length=10, default="doing")
    text = models.CharField("举措", max_length=300)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="gap_measures", verbose_name="责任单位"
    )
    person_name = models.CharField("责任人", max_length=60)
    due_on = models.DateField("时限")
    first_due_on = models.DateField("原时限")
    expected = models.CharField("预期变化", max_length=200, blank=True)
    baseline = models.CharField("原来", max_length=200, blank=True)
    learned_from = models.CharField("借鉴", max_length=200, blank=True)
    framework = models.ForeignKey(
        Yardstick, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    item = models.CharField("对应条目", max_length=20, blank=True)
    result = models.TextField("完成情况", blank=True)
    reported_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    done_on = models.DateField("报完成", null=True, blank=True)
    checked_on = models.DateField("核实", null=True, blank=True)
    checked_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    how = models.CharField("怎么核实的", max_length=300, blank=True)
    # Progress is not effect: what changed is said later, by a reading, and judged by somebody else.
    effect = models.CharField(max_length=10, default="unknown")
    effect_value = models.CharField("现在", max_length=200, blank=True)
    effect_on = models.DateField("测量日", null=True, blank=True)
    effect_how = models.CharField("凭什么判断", max_length=300, blank=True)
    effect_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Those it is for are asked (S-037): it is not found done before so many have answered.
    asked = models.ForeignKey(
        Pulse, on_delete=models.PROTECT, null=True, blank=True, related_name="measures"
    )
    least_answers = models.PositiveSmallIntegerField("至少多少份", null=True, blank=True)
    task_id = models.BigIntegerField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "owner", "state"]),
            models.Index(fields=["committee", "state", "due_on"]),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def root(self) -> Gap:
        return self.gap


class ListRow(CommitteeOwned):
    """A row of 学先进清单 or 争示范清单; the first list, 找差距, is the gaps themselves (S-125)."""

    class Kind(models.TextChoices):
        LEARN = "learn", "学先进"
        MODEL = "model", "争示范"

    class State(models.TextChoices):
        DOING = "doing", "在做"
        DONE = "done", "做到了"
        MISSED = "missed", "没有做到"

    kind = models.CharField(max_length=6, choices=Kind.choices)
    gap = models.ForeignKey(
        Gap, on_delete=models.PROTECT, null=True, blank=True, related_name="list_rows"
    )
    learn = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="model_rows"
    )
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    whom = models.CharField("向谁学", max_length=120, blank=True)
    text = models.CharField("学什么／争什么", max_length=300)
    goal = models.CharField("争到什么位次", max_length=120, blank=True)
    person_name = models.CharField("责任人", max_length=60, blank=True)
    due_on = models.DateField("时限")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DOING)
    result = models.CharField("结果", max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "owner", "kind"])]

    def __str__(self) -> str:
        return self.text


class Benchmark(CommitteeOwned):
    """自找差距、自加压力、自定措施、自我检验: a peer, a target, and the distance over time (S-123)."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="benchmarks")
    peer = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    started = models.CharField("起始期", max_length=8)
    # The distance one means to have left, in the indicator's own unit, by a period.
    target = models.DecimalField("目标差距", max_digits=20, decimal_places=4)
    target_period = models.CharField("目标期", max_length=8)
    gap = models.ForeignKey(Gap, on_delete=models.PROTECT, related_name="benchmarks")
    check_period = models.CharField("检验期", max_length=8, blank=True)
    check_note = models.CharField("检验结论", max_length=300, blank=True)
    check_left = models.DecimalField(
        "检验时差距", max_digits=20, decimal_places=4, null=True, blank=True
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.region}对标{self.peer}"
