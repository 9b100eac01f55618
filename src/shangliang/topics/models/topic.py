"""Topic (议题): what somebody holds worth consulting on, and how it was judged.

Three sources (catalogue S-017): 党政重点, 群众热点, 企业难点. Anybody may nominate; the receipt code
is the only key a nominator without an account needs.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ...actors.models import Actor, CommitteeOwned


class Deployment(CommitteeOwned):
    """A deployment (重大部署) the committee's work follows, with the clause it stands in (S-029)."""

    name = models.CharField("部署", max_length=80)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    source = models.CharField("出处", max_length=200)
    active = models.BooleanField("在用", default=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "name"], name="a_deployment_is_entered_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Topic(CommitteeOwned):
    """One nominated matter, from the pool to chosen or not, with the reason the nominator reads."""

    class Source(models.TextChoices):
        PARTY = "party", "党政重点"
        PEOPLE = "people", "群众热点"
        FIRMS = "firms", "企业难点"

    class Via(models.TextChoices):
        SEAT = "seat", "系统内提出"
        OPEN = "open", "公众征集"
        DESK = "desk", "电话、来信代录"
        ROOM = "room", "议事室现场"

    flow = "topic"

    title = models.CharField("议题", max_length=80)
    source = models.CharField("来源", max_length=8, choices=Source.choices)
    text = models.TextField("情况", max_length=2000, blank=True)
    state = models.CharField("状态", max_length=12, default="pool")
    public_code = models.CharField("回执号", max_length=14, unique=True)
    via = models.CharField("怎么来的", max_length=8, choices=Via.choices, default=Via.SEAT)
    nominated_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="topics"
    )
    # Who nominated without an account: what they chose to leave. Shown to the office alone.
    nominator = models.CharField("提出人", max_length=40, blank=True)
    contact = models.CharField("联系方式", max_length=60, blank=True)
    room = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="room_topics"
    )
    deployment = models.ForeignKey(
        Deployment, on_delete=models.PROTECT, null=True, blank=True, related_name="topics"
    )
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    # The decision the advice should reach in time (建言建在需要时, S-007).
    decision = models.CharField("要赶上的决策", max_length=80, blank=True)
    decision_on = models.DateField("决策日期", null=True, blank=True)
    reason = models.TextField("选或不选的理由", max_length=500, blank=True)  # public
    decided_on = models.DateField("定的日期", null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_topics"
    )
    supports = models.PositiveIntegerField("附议", default=0)
    # The nominator's word at the end, by receipt: was what was promised done?
    rating = models.CharField("提出人评价", max_length=8, blank=True)
    rating_note = models.CharField("评价说明", max_length=200, blank=True)
    rated_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField("提出时间", auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(source__in=["party", "people", "firms"]),
                name="a_topic_has_one_of_three_sources",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["committee", "source"]),
            models.Index(fields=["committee", "room", "state"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/topics/{self.pk}/"


class Support(CommitteeOwned):
    """A member stands behind a topic (附议)."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="supporters")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["topic", "person"], name="a_topic_is_supported_once_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.topic_id}"


class Judge(CommitteeOwned):
    """Who judges a year's topics (评议人), named by the office."""

    year = models.PositiveSmallIntegerField("年度")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "year", "person"], name="a_judge_is_named_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.person_id}"


class Judgement(CommitteeOwned):
    """One judge's marks on one topic. A judge with an interest says so and gives none (E14)."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="judgements")
    judge = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    points = models.JSONField("分", default=dict)  # criterion key -> 1..5
    note = models.CharField("意见", max_length=300, blank=True)
    conflict = models.BooleanField("申报利害关系", default=False)
    on = models.DateField("日期")

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["topic", "judge"], name="a_judge_marks_a_topic_once")
        ]

    def __str__(self) -> str:
        return f"{self.topic_id} {self.judge_id}"
