"""Organ (议事机构), its meetings and their agenda; matter (上会事项), which goes from organ to organ.

A matter keeps its papers and its trail: each time it stood on an agenda is one row (S-043).
"""

from fractions import Fraction
from math import ceil, floor
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned, Term


class Organ(CommitteeOwned):
    """A body that meets and decides: the party group, the chairpersons' meeting, the standing committee."""

    class Kind(models.TextChoices):
        PARTY = "party", "党组会议"
        CHAIRS = "chairs", "主席会议"
        STANDING = "standing", "常委会会议"
        SPECIAL = "special", "专委会会议"

    class Quorum(models.TextChoices):
        HALF = "half", "半数以上到会"
        MORE = "more", "过半数到会"
        TWO_THIRDS = "two", "三分之二以上到会"

    kind = models.CharField("哪一种", max_length=8, choices=Kind.choices)
    name = models.CharField("名称", max_length=60)
    seats = models.PositiveSmallIntegerField("应到人数")
    quorum = models.CharField("几人到会才开", max_length=4, choices=Quorum.choices)
    secretary = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="会议秘书",
    )  # fmt: skip
    after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="before",
        verbose_name="一般再提交给",
    )  # fmt: skip
    term = models.ForeignKey(
        Term, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "name"], name="an_organ_has_its_name")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def needed(self) -> int:
        """How many must be there before it may open."""
        if self.quorum == self.Quorum.TWO_THIRDS:
            return ceil(Fraction(2 * self.seats, 3))
        if self.quorum == self.Quorum.HALF:
            return ceil(Fraction(self.seats, 2))
        return floor(Fraction(self.seats, 2)) + 1


class OrganMeeting(CommitteeOwned):
    """One meeting of an organ, numbered within its year."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="meetings")
    state = models.CharField("状态", max_length=8, default="planned")
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveSmallIntegerField("第几次")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=120, blank=True)
    host = models.CharField("主持", max_length=80, blank=True)
    came = models.PositiveSmallIntegerField("实到人数", null=True, blank=True)
    away = models.CharField("请假、缺席", max_length=300, blank=True)
    also = models.CharField("列席", max_length=300, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organ", "year", "number"], name="an_organ_meets_once_under_a_number"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "-on"])]

    def __str__(self) -> str:
        return f"{self.organ} {self.year} 年第 {self.number} 次"

    @property
    def root(self) -> "OrganMeeting":
        return self

    def get_absolute_url(self) -> str:
        return reverse("organ-meeting", args=[self.pk])


class Matter(CommitteeOwned):
    """What is put before an organ. ``organ``: where it waits, stands or was settled."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="matters")
    state = models.CharField("状态", max_length=8, default="waiting")
    title = models.CharField("事项", max_length=120)
    text = models.TextField("要议什么、请会议定什么", max_length=2000)
    raised_by = models.CharField("谁提请", max_length=80)
    # 干部任免、处分党员: a party group needs two thirds present (党组工作条例).
    grave = models.BooleanField("干部任免或处分党员", default=False)
    source = models.CharField("系统里的出处", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["committee", "state", "organ"])]

    def __str__(self) -> str:
        return self.title

    @property
    def root(self) -> "Matter":
        return self

    def get_absolute_url(self) -> str:
        return reverse("matter", args=[self.pk])


class AgendaItem(CommitteeOwned):
    """One matter on one agenda: its place, who reports, what was decided."""

    class Decision(models.TextChoices):
        AGREED = "agreed", "同意"
        SENT_ON = "sent_on", "同意，提交下一会"
        RETURNED = "returned", "退回修改"
        PUT_OFF = "put_off", "暂缓"

    meeting = models.ForeignKey(OrganMeeting, on_delete=models.CASCADE, related_name="items")
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField("次序")
    reporter = models.CharField("谁汇报", max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField("几分钟", default=10)
    decision = models.CharField("怎么定的", max_length=8, choices=Decision.choices, blank=True)
    words = models.TextField("议定意见", blank=True)
    yes = models.PositiveSmallIntegerField("赞成人数", null=True, blank=True)
    sent_to = models.ForeignKey(
        Organ, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("place", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "matter"], name="a_matter_stands_once_on_an_agenda"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.matter}"
