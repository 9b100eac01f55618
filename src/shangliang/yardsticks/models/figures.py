"""Yardstick (标尺), the regions that are compared, and readings (读数) with source and revision."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ...engines.indicators.periods import of_code


class InWords:
    """What stands on a yardstick in a period says the period as offices do: 2026年1—10月."""

    @property
    def period_words(self) -> str:
        yardstick, period = getattr(self, "yardstick", None), getattr(self, "period", "")
        cumulative = yardstick is None or yardstick.span == Yardstick.Span.CUMULATIVE
        return of_code(period).label(cumulative) if period else ""


class Yardstick(CommitteeOwned):
    """A standard to compare with: an indicator, a list of questions, a framework, an index.

    A changed definition (unit, direction, scope) is a new version with the same code; readings stay
    with the version they were measured by, so that a turned direction is never drawn as one line.
    """

    class Kind(models.TextChoices):
        INDICATOR = "indicator", "指标"
        QUESTIONS = "questions", "问题清单"
        FRAMEWORK = "framework", "框架"
        INDEX = "index", "综合指数"

    class Direction(models.TextChoices):
        HIGHER = "higher", "越高越好"
        LOWER = "lower", "越低越好"
        NONE = "none", "不比高低"

    class Shape(models.TextChoices):
        LEVEL = "level", "总量"
        RATE = "rate", "增速"
        SHARE = "share", "比重"

    class Span(models.TextChoices):
        CUMULATIVE = "cumulative", "累计"
        PERIOD = "period", "当期"
        POINT = "point", "期末"

    kind = models.CharField("类型", max_length=10, choices=Kind.choices, default=Kind.INDICATOR)
    code = models.CharField("代码", max_length=40)
    name = models.CharField("名称", max_length=80)
    version = models.PositiveSmallIntegerField("版本", default=1)
    valid_from = models.DateField("启用", null=True, blank=True)
    valid_to = models.DateField("停用", null=True, blank=True)
    group = models.CharField("类别", max_length=40, blank=True)
    rank = models.PositiveSmallIntegerField("次序", default=100)
    source = models.CharField("来源", max_length=200, blank=True)
    note = models.TextField("口径", blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    direction = models.CharField(max_length=8, choices=Direction.choices, default=Direction.HIGHER)
    shape = models.CharField(max_length=8, choices=Shape.choices, default=Shape.LEVEL)
    span = models.CharField(max_length=12, choices=Span.choices, default=Span.CUMULATIVE)
    decimals = models.PositiveSmallIntegerField("小数位", default=1)
    # By what a mean of this figure is weighted: the level behind a growth rate, last year's.
    weighted_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    headline = models.BooleanField("主要指标", default=False)
    # Members read what is published; the office, leaders and the units that answer read all.
    published = models.BooleanField("委员可看", default=False)
    # questions: {"items": [{"code", "text", "standard"}]}; index: {"parts": [{"code", "weight"}], ...};
    # indicator: {"aliases": [...], "pairs": [{"code", "why"}]}
    body = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("rank", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "code", "version"], name="yardstick_version_is_one"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "kind", "rank"])]

    def __str__(self) -> str:
        return self.name


class Region(CommitteeOwned):
    """What is compared: a county, the city, the province, a benchmark city elsewhere.

    ``speaks`` is the body whose staff explain its figures. A county renamed keeps its row and gets
    another name; one split or merged ends, and says what it became.
    """

    class Level(models.TextChoices):
        COUNTY = "county", "县（市、区）"
        CITY = "city", "全市"
        PROVINCE = "province", "全省"
        PEER = "peer", "标杆地区"

    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.COUNTY)
    code = models.CharField("代码", max_length=20, blank=True)
    rank = models.PositiveSmallIntegerField("次序", default=100)
    speaks = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    until = models.DateField("撤并", null=True, blank=True)
    became = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    became_note = models.CharField("撤并说明", max_length=200, blank=True)

    class Meta:
        ordering = ("rank", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "name"], name="region_named_once")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "level", "rank"])]

    def __str__(self) -> str:
        return self.name


class RegionName(CommitteeOwned):
    """Another name of a region: its old one, or how a bureau writes it."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "name"], name="region_name_is_one_region")
        ]

    def __str__(self) -> str:
        return self.name


class Layout(CommitteeOwned):
    """How a bureau's sheet is read: mapped once, found again by the print of its head."""

    print = models.CharField(max_length=64)
    name = models.CharField(max_length=200, blank=True)
    mapping = models.JSONField(default=dict)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "print"], name="layout_is_mapped_once")
        ]

    def __str__(self) -> str:
        return self.name


class Batch(CommitteeOwned):
    """One sheet on its way to the readings, and afterwards where they came from."""

    class State(models.TextChoices):
        READ = "read", "待对应"
        MAPPED = "mapped", "待核对"
        RUNNING = "running", "正在记入"
        DONE = "done", "已记入"
        DROPPED = "dropped", "已放弃"

    file_name = models.CharField("文件", max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    source = models.CharField("来源", max_length=120, blank=True)
    on = models.DateField("数据日期", null=True, blank=True)
    # The sheet as read: {"title", "heads", "rows", "numbers", "notes", "print"}; erased when dropped.
    sheet = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "-id"])]

    def __str__(self) -> str:
        return self.file_name


class Reading(InWords, CommitteeOwned):
    """One figure: what, where, when, how much, from whom. A correction is a further revision."""

    class Mark(models.TextChoices):
        NONE = "", ""
        NOT_REPORTED = "missing", "未报"
        NO_TARGET = "none", "不考核"
        HIDDEN = "hidden", "不公布"

    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="readings")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="readings")
    period = models.CharField("期间", max_length=8)
    value = models.DecimalField("数值", max_digits=20, decimal_places=4, null=True, blank=True)
    mark = models.CharField(max_length=8, choices=Mark.choices, blank=True)
    source = models.CharField("来源", max_length=120, blank=True)
    on = models.DateField("数据日期", null=True, blank=True)
    revision = models.PositiveSmallIntegerField("修订", default=0)
    current = models.BooleanField(default=True)
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, null=True, blank=True, related_name="readings"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "yardstick", "period", "region", "revision"],
                name="reading_revision_is_one",
            ),
            models.UniqueConstraint(
                fields=["committee", "region", "yardstick", "period"],
                condition=Q(current=True),
                name="one_reading_is_current",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.value}"


class Remark(CommitteeOwned):
    """A note beside a number: asked for or offered by its region, accepted by the office (S-155, E13)."""

    class Kind(models.TextChoices):
        EXPLAIN = "explain", "说明"
        CONTEST = "contest", "异议"

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.EXPLAIN)
    state = models.CharField("状态", max_length=10, default="asked")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="remarks")
    # The second figure of a pair that moves against the first.
    other = models.ForeignKey(
        Reading, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    question = models.CharField("请说明", max_length=300, blank=True)
    text = models.TextField("说明", blank=True)
    given_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField(null=True, blank=True)
    judged_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_on = models.DateField(null=True, blank=True)
    answer = models.CharField("核实意见", max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.text or self.question}"

    def get_absolute_url(self) -> str:
        return reverse("figure", args=[self.reading_id])


class Claim(CommitteeOwned):
    """A sentence somebody said about figures; the page shows it beside them and does not choose."""

    text = models.CharField("说法", max_length=300)
    source = models.CharField("出处", max_length=200)
    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="claims")
    period = models.CharField("期间", max_length=8)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "period"])]

    def __str__(self) -> str:
        return self.text
