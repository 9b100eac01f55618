"""Outlet (媒体) and Clipping (剪报): whom the committee tells, and what they printed."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .gazette import Gazette
from .piece import Piece


class Outlet(CommitteeOwned):
    """A paper, a station, a site or an institute, and whom to reach there. Seen by the desk alone."""

    class Kind(models.TextChoices):
        PAPER = "paper", "报纸"
        RADIO = "radio", "电视电台"
        SITE = "site", "网站和新媒体"
        JOURNAL = "journal", "刊物"
        INSTITUTE = "institute", "理论研究机构"

    kind = models.CharField("种类", max_length=10, choices=Kind.choices)
    name = models.CharField("名称", max_length=60)
    desk = models.CharField("栏目或部门", max_length=60, blank=True)
    contact = models.CharField("联系人", max_length=40, blank=True)
    reach = models.CharField("怎么联系", max_length=120, blank=True)
    active = models.BooleanField("在用", default=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("kind", "name", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "name", "desk"], name="an_outlet_stands_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}{self.desk}"


class Clipping(CommitteeOwned):
    """Who printed what, when, where to read it, and whether it says what we said."""

    class Faith(models.TextChoices):
        UNCHECKED = "", "还没有核"
        TRUE = "true", "与通稿一致"
        FREE = "free", "自采，事实无误"
        WRONG = "wrong", "有出入"

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="clippings")
    title = models.CharField("标题", max_length=120)
    on = models.DateField("刊播日期")
    link = models.URLField("链接", max_length=300, blank=True)
    page = models.CharField("版面、时段", max_length=40, blank=True)
    piece = models.ForeignKey(
        Piece, on_delete=models.PROTECT, null=True, blank=True, related_name="clippings"
    )
    gazette = models.ForeignKey(
        Gazette, on_delete=models.PROTECT, null=True, blank=True, related_name="clippings"
    )
    faith = models.CharField("核对", max_length=6, choices=Faith.choices, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-on", "-id")
        indexes: ClassVar = [models.Index(fields=["committee", "-on"])]

    def __str__(self) -> str:
        return f"{self.outlet} {self.title}"
