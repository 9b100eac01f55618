"""Tie (联系): a dated, typed link between two actors."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from .actor import Actor, CommitteeOwned


class TieQuerySet(models.QuerySet["Tie"]):
    """Date questions as sentences."""

    def on(self, day: date) -> "TieQuerySet":
        """Ties in force on ``day`` (both ends included)."""
        return self.filter(start__lte=day).filter(Q(end__isnull=True) | Q(end__gte=day))


class Tie(CommitteeOwned):
    """``who`` stands in ``kind`` to ``whom`` from ``start`` to ``end`` (open when None).

    A tie is not a parent: many-to-many, dated, of many kinds (docs/architecture.md).
    """

    class Kind(models.TextChoices):
        MEMBER = "member", "委员"  # person -> committee, in a term
        OFFICE = "office", "任职"  # person -> committee; title: 主席, 副主席, 秘书长, 常委
        SECTOR = "sector", "所属界别"  # person -> sector
        SPECIAL_COMMITTEE = "special_committee", "所属专委会"  # person -> special committee
        GROUP = "group", "所属小组"  # person -> group
        PARTY = "party", "所属党派"  # person -> party
        HEADS = (
            "heads",
            "负责人",
        )  # person -> sector (召集人), special committee (主任), group, party
        DRAFTS = "drafts", "执笔人"  # person -> body that hands in collective proposals
        CLERK = "clerk", "提案工作人员"  # person -> committee; title: 初审, 复审, 提案委
        SUPERVISOR = "supervisor", "督办人员"  # person -> committee (督查室, 政府办)
        UNIT_STAFF = "unit_staff", "承办人员"  # person -> unit
        UNIT_HEAD = "unit_head", "单位负责人"  # person -> unit: signs replies off
        IN_CHARGE = "in_charge", "分管"  # leader -> special committee, unit, county
        SYSTEM = "system", "所属系统"  # unit -> system (党群, 政府, 法检 ...)
        GUIDES = "guides", "指导"  # committee -> committee of the level below
        COUNTY = "county", "驻地"  # person or unit -> county
        ORGANISER = "organiser", "专委会工作人员"  # person -> committee or special committee
        EDITOR = "editor", "信息编辑"  # person -> committee: edits public-opinion reports
        CONVENOR = "convenor", "议事召集人"  # person -> council room
        HOME = "home", "所属党支部、工作室或议事室"  # person -> branch, studio, room
        CONTACTS = "contacts", "联系"  # person -> person, group, firm, project: contact duty
        COUNTERPART = "counterpart", "对口"  # special committee -> unit
        ADMIN = "admin", "系统管理员"  # person -> committee
        SECURITY = "security", "安全管理员"
        AUDITOR = "auditor", "审计管理员"

    kind = models.CharField("类型", max_length=20, choices=Kind.choices)
    who = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="ties")
    whom = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="ties_to")
    title = models.CharField("职务名称", max_length=80, blank=True)
    rank = models.PositiveSmallIntegerField("排序", default=0)
    term = models.ForeignKey(
        "actors.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="ties"
    )
    start = models.DateField("起")
    end = models.DateField("止", null=True, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)

    objects = TieQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "rank", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="a_tie_does_not_end_before_it_begins",
            ),
            # 三员分立 (GB/T 22239-2019 8.1.5): checked across rows by actors.actions.bind.
            models.UniqueConstraint(
                fields=["kind", "who", "whom", "title", "start"], name="a_tie_is_entered_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "kind", "whom"]),
            models.Index(fields=["who", "kind"]),
        ]

    def __str__(self) -> str:
        return f"{self.who_id} {self.get_kind_display()} {self.whom_id}"
