"""Subject (对象) and what hangs on it: milestones with dependencies, lines of money."""

from decimal import Decimal
from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned

ZERO = Decimal("0.00")


def money(label: str) -> models.DecimalField:
    """Yuan, exact to the fen."""
    return models.DecimalField(label, max_digits=18, decimal_places=2, default=ZERO)


class Subject(CommitteeOwned):
    """A thing cared for over years: its page gathers all that was said and done about it."""

    class Kind(models.TextChoices):
        PROJECT = "project", "项目"
        PARK = "park", "园区"
        TOWNSHIP = "township", "乡镇"
        FUND = "fund", "资金"
        POLICY = "policy", "政策"
        CENTRE = "centre", "创新中心"
        TEAM = "team", "创新团队"
        FIRM = "firm", "企业"
        HISTORY = "history", "史料"
        OTHER = "other", "其他"

    kind = models.CharField("类型", max_length=10, choices=Kind.choices)
    state = models.CharField("状态", max_length=10, default="listed")
    name = models.CharField("名称", max_length=120)
    code = models.CharField("编号", max_length=40, blank=True)
    unit = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="责任单位",
    )
    place = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="县区",
    )
    about = models.TextField("简介", blank=True)
    blocker = models.CharField("卡在哪里", max_length=300, blank=True)
    blocked_on = models.DateField("从哪天", null=True, blank=True)
    # The four states of a project: when each was planned and when it came (S-171).
    plan_start = models.DateField("计划开工", null=True, blank=True)
    plan_end = models.DateField("计划竣工", null=True, blank=True)
    started_on = models.DateField("开工", null=True, blank=True)
    ended_on = models.DateField("竣工投产", null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("kind", "name", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "kind", "name"], name="a_subject_is_named_once_of_its_kind"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "kind", "state"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/subjects/{self.pk}/"


class SubjectLink(CommitteeOwned):
    """A row of another room that is about this thing, told by a person; both pages show it."""

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="links")
    about_type = models.CharField(max_length=30)
    about_id = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject", "about_type", "about_id"], name="a_link_is_made_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["about_type", "about_id"])]

    def __str__(self) -> str:
        return f"{self.about_type} {self.about_id}"


class Milestone(CommitteeOwned):
    """A point on the road map (路线图). ``days``: how long it takes once what it waits for is done."""

    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField("节点", max_length=120)
    unit = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="责任单位",
    )
    due_on = models.DateField("计划日期")
    first_due_on = models.DateField("最初计划")
    days = models.PositiveSmallIntegerField("需要几天", default=0)
    after = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="before")
    done_on = models.DateField("完成", null=True, blank=True)
    moved_because = models.CharField("为什么推迟", max_length=200, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "due_on"])]

    def __str__(self) -> str:
        return self.title


class FundLine(CommitteeOwned):
    """One fund × level × place: due, in place, spent. Sums of its entries, kept with each verb."""

    class Level(models.TextChoices):
        STATE = "state", "中央"
        PROVINCE = "province", "省级"
        CITY = "city", "市级"
        COUNTY = "county", "县级"

    state = models.CharField("状态", max_length=10, default="open")
    fund = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="lines")
    level = models.CharField("级次", max_length=10, choices=Level.choices)
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="fund_lines", verbose_name="县区或单位"
    )
    due = money("应到位")
    arrived = money("到位")
    # What is proven by a document; a fund is red until proven (S-169).
    proven = money("有凭证的到位")
    spent = money("支出")
    arrived_on = models.DateField("最早到位", null=True, blank=True)
    # The last reason given, so that a list asks nothing line by line.
    reason_code = models.CharField("原因", max_length=20, blank=True)
    reason = models.CharField("说明", max_length=500, blank=True)
    reason_on = models.DateField("说明日期", null=True, blank=True)
    asked_on = models.DateField("要求说明", null=True, blank=True)
    asked_until = models.DateField("几日前说明", null=True, blank=True)

    class Meta:
        ordering = ("level", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["fund", "level", "unit"], name="a_fund_line_stands_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state"])]

    def __str__(self) -> str:
        return f"{self.fund} {self.get_level_display()} {self.unit}"

    def get_absolute_url(self) -> str:
        return f"/money/lines/{self.pk}/"


class FundEntry(CommitteeOwned):
    """One entry: what was typed, and the same in yuan. Never changed, only reversed (冲正)."""

    class Kind(models.TextChoices):
        DUE = "due", "应到位"
        ARRIVED = "arrived", "到位"
        SPENT = "spent", "支出"

    line = models.ForeignKey(FundLine, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    amount = money("金额（元）")
    written = models.CharField("原样", max_length=40)
    on = models.DateField("日期")
    note = models.CharField("说明", max_length=300, blank=True)
    proof = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    voided_on = models.DateField("冲正", null=True, blank=True)
    voided_because = models.CharField("冲正原因", max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")
        indexes: ClassVar = [models.Index(fields=["committee", "line", "kind"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.written}"


class FundReason(CommitteeOwned):
    """A reason asked for and given; each stays."""

    class Failure(models.TextChoices):
        MISSING = "missing", "没有到位"
        UNSPENT = "unspent", "到位没有支出"

    line = models.ForeignKey(FundLine, on_delete=models.CASCADE, related_name="reasons")
    failure = models.CharField("问题", max_length=8, choices=Failure.choices)
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField("要求说明")
    until = models.DateField("几日前说明", null=True, blank=True)
    code = models.CharField("原因", max_length=20, blank=True)
    text = models.CharField("说明", max_length=500, blank=True)
    given_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField("说明日期", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line"],
                condition=models.Q(given_on__isnull=True),
                name="one_open_question_a_line",
            )
        ]

    def __str__(self) -> str:
        return self.get_failure_display()
