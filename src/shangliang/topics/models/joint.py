"""Joint work over the wall (联合调研协商、城市群论坛): one shared space, each side its own row.

The space belongs to the host, but what opens it to a committee is that committee's own
:class:`Side`. Nothing else of either committee is reached through it.
"""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned


class Space(CommitteeOwned):
    """One shared piece of work: a report of two committees, or a forum of several cities."""

    class Kind(models.TextChoices):
        RESEARCH = "research", "联合调研协商"
        FORUM = "forum", "城市群政协论坛"

    kind = models.CharField("种类", max_length=10, choices=Kind.choices)
    title = models.CharField("题目", max_length=80)
    text = models.TextField("说明", max_length=2000, blank=True)
    place = models.CharField("地点", max_length=80, blank=True)
    held_on = models.DateField("会期", null=True, blank=True)
    papers_by = models.DateField("论文截止", null=True, blank=True)
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="continued_by"
    )
    revision = models.PositiveIntegerField("稿次", default=1)
    number = models.CharField("编号", max_length=40, blank=True)
    finished_on = models.DateField("定稿", null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/joint/{self.pk}/"


class Side(CommitteeOwned):
    """One city's part: what it wrote, its consent to the text, its addressee and the answer there.

    ``committee`` acts for it: the city's own committee, or the host for a city without an account.
    """

    flow = "side"

    class Right(models.TextChoices):
        HOST = "host", "主办"
        WRITES = "writes", "共同起草"
        READS = "reads", "只看"

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="sides")
    name = models.CharField("城市", max_length=60)
    right = models.CharField("权限", max_length=8, choices=Right.choices)
    state = models.CharField("状态", max_length=12, default="writing")
    agreed_revision = models.PositiveIntegerField("同意的稿次", null=True, blank=True)
    addressee = models.CharField("报送", max_length=80, blank=True)
    delivered_on = models.DateField("送达", null=True, blank=True)
    answer = models.TextField("答复或批示", max_length=2000, blank=True)
    answered_by = models.CharField("谁的答复", max_length=60, blank=True)
    answered_on = models.DateField("答复日", null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["space", "name"], name="a_city_takes_part_once")
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "space"])]

    def __str__(self) -> str:
        return self.name


class Section(CommitteeOwned):
    """A part of the common report, written by one side. Another side sees it and cannot change it."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="sections")
    side = models.ForeignKey(Side, on_delete=models.PROTECT, related_name="sections")
    order = models.PositiveSmallIntegerField("次序")
    heading = models.CharField("标题", max_length=80)
    text = models.TextField("内容", max_length=8000)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.heading


class CityPaper(CommitteeOwned):
    """A paper one city sends to the forum: title, authors' body, findings in short."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="papers")
    side = models.ForeignKey(Side, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField("论文", max_length=120)
    author = models.CharField("作者单位", max_length=80, blank=True)
    findings = models.TextField("主要发现", max_length=4000)
    late = models.BooleanField("过了截止日", default=False)
    on = models.DateField("交来")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title


class CommonAdvice(CommitteeOwned):
    """A recommendation of the synthesis; which cities stand behind it, is counted by city."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="advices")
    order = models.PositiveSmallIntegerField("第几条")
    text = models.CharField("建议", max_length=400)
    papers = models.ManyToManyField(CityPaper, related_name="advices", verbose_name="出自")

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.text


class Stand(CommitteeOwned):
    """One city's stand on one recommendation: supports it, or not, with its reason."""

    advice = models.ForeignKey(CommonAdvice, on_delete=models.CASCADE, related_name="stands")
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="stands")
    supports = models.BooleanField("支持")
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        ordering = ("side_id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["advice", "side"], name="a_city_takes_one_stand_an_advice"
            )
        ]

    def __str__(self) -> str:
        return f"{self.side_id} {self.supports}"
