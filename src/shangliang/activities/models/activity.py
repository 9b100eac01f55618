"""Activity (活动) with its sittings and preparations, and the project it may belong to."""

import secrets
from typing import ClassVar

from django.db import models
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..kinds import Kind, kinds, label_of


def new_secret() -> str:
    """What the rotating sign-in code is made from; never leaves the server."""
    return secrets.token_hex(16)


class Project(CommitteeOwned):
    """A research or supervision project (课题): several trips, notes of them, findings of the report."""

    title = models.CharField("题目", max_length=120)
    question = models.TextField("要弄清什么", max_length=2000)
    leader = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="牵头人"
    )
    host = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "-starts_on"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("project", args=[self.pk])


class Partner(CommitteeOwned):
    """Who takes part in a joint project (联合调研): a party, an expert, a department, a member.

    One from outside sees this project alone, says what interest they have before writing, and stands in
    the report's list of credits (S-024).
    """

    class As(models.TextChoices):
        PARTY = "party", "党派团体"
        EXPERT = "expert", "专家学者"
        UNIT = "unit", "有关部门"
        MEMBER = "member", "委员"

    part_of = "project"
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partners")
    who = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    role = models.CharField("身份", max_length=8, choices=As.choices)
    interest = models.CharField("利益关系申报", max_length=200, blank=True)
    declared_at = models.DateTimeField("申报", null=True, blank=True)
    work = models.CharField("做了什么", max_length=200, blank=True)
    left_on = models.DateField("退出", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("role", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "who"], name="a_partner_stands_once")
        ]

    def __str__(self) -> str:
        return f"{self.who_id} {self.get_role_display()}"


class Activity(CommitteeOwned):
    """One meeting, inspection, study day … ``about_*``: what it is held for, in another room.

    ``notice_days`` and ``must`` are copied from the kind when planned.
    """

    class OpenTo(models.TextChoices):
        INVITED = "invited", "只限受邀的人"
        MEMBERS = "members", "委员都可以报名"
        PUBLIC = "public", "谁都可以报名，不用账号"

    state = models.CharField("状态", max_length=12, default="draft")
    kind = models.CharField("种类", max_length=20)
    title = models.CharField("名称", max_length=120)
    host = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="承办",
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    place = models.CharField("地点", max_length=120, blank=True)
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    first_starts_at = models.DateTimeField("原定开始")
    moved_at = models.DateTimeField("改期", null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField("提前几天通知", default=3)
    must = models.BooleanField("应出席", default=False)
    open_to = models.CharField(
        "谁可以报名", max_length=10, choices=OpenTo.choices, default=OpenTo.INVITED
    )
    capacity = models.PositiveSmallIntegerField("名额", null=True, blank=True)
    text = models.TextField("内容和要求", max_length=4000, blank=True)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    secret = models.CharField(max_length=32, default=new_secret, editable=False)
    invited_at = models.DateTimeField("发出通知", null=True, blank=True)
    closed_at = models.DateTimeField("办结", null=True, blank=True)
    # The head count when it closed: must attend, were there, and whether that was enough.
    quorum_of = models.PositiveIntegerField("应到", null=True, blank=True)
    quorum_here = models.PositiveIntegerField("实到", null=True, blank=True)
    why_ended = models.CharField("取消或撤销的原因", max_length=200, blank=True)
    planned_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-starts_at"]),
            models.Index(fields=["committee", "-starts_at"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("activity", args=[self.pk])

    @property
    def root(self) -> "Activity":
        return self

    @property
    def rule(self) -> Kind:
        return kinds()[self.kind]

    @property
    def kind_label(self) -> str:
        return label_of(self.kind)


class Sitting(CommitteeOwned):
    """A half day of an activity; most have one, a plenary several."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sittings")
    number = models.PositiveSmallIntegerField(default=1)
    name = models.CharField("名称", max_length=60, blank=True)
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")

    class Meta:
        ordering = ("activity_id", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "number"], name="a_sitting_has_its_place")
        ]

    def __str__(self) -> str:
        return self.name or f"第 {self.number} 单元"


class Chore(CommitteeOwned):
    """One thing to be ready before the day (筹备事项): materials, route, people."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="chores")
    text = models.CharField("事项", max_length=200)
    person_name = models.CharField("谁办", max_length=60, blank=True)
    due_on = models.DateField("哪天前")
    done_at = models.DateTimeField("办好", null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return self.text
