"""Actor (主体): a person or a body."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from ...tenancy import CommitteeOwned


class Actor(models.Model):
    """A person or a body: member, committee, sector, group, party, handling unit, office, county.

    What somebody *is* to somebody else (member of, head of, in charge of) is never a column here:
    it is a dated :class:`Tie`.
    """

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "政协委员会"
        PERSON = "person", "人员"
        SECTOR = "sector", "界别"
        SPECIAL_COMMITTEE = "special_committee", "专门委员会"
        GROUP = "group", "委员小组"
        PARTY = "party", "党派"
        ORGANISATION = "organisation", "人民团体"
        UNIT = "unit", "承办单位"
        SYSTEM = "system", "系统"
        COUNTY = "county", "县（市、区）"
        ROOM = "room", "协商议事室"
        STUDIO = "studio", "委员工作室"
        BRANCH = "branch", "党支部"
        FIRM = "firm", "企业"
        CITIZEN = "citizen", "群众"

    committee = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField("类型", max_length=20, choices=Kind.choices)
    name = models.CharField("名称", max_length=120)
    short = models.CharField("简称", max_length=60, blank=True)
    code = models.CharField("编号", max_length=40, blank=True)
    # 姓氏笔画: strokes and radicals of each character, so that a plain ORDER BY sorts as offices do.
    stroke_key = models.CharField(max_length=160, blank=True, editable=False)
    pinyin = models.CharField(max_length=240, blank=True, editable=False)
    initials = models.CharField(max_length=60, blank=True, editable=False)
    sex = models.CharField("性别", max_length=4, blank=True)
    ethnicity = models.CharField("民族", max_length=20, blank=True)
    birth_year = models.PositiveSmallIntegerField("出生年", null=True, blank=True)
    workplace = models.CharField("工作单位", max_length=120, blank=True)
    post = models.CharField("职务", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    address = models.CharField("通信地址", max_length=200, blank=True)
    # A handling unit's own letter: issuer mark, document-number prefix (机关代字), contact section.
    letter_mark = models.CharField("发文机关标志", max_length=80, blank=True)
    number_prefix = models.CharField("机关代字", max_length=20, blank=True)
    duties = models.TextField("职责", blank=True)
    active = models.BooleanField("在用", default=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
    )

    class Meta:
        ordering = ("stroke_key", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="committee") | Q(committee__isnull=False),
                name="actor_belongs_to_a_committee",
            ),
            models.UniqueConstraint(
                fields=["committee", "kind", "name"],
                condition=~Q(kind__in=["person", "citizen", "firm"]),
                name="two_bodies_of_one_kind_never_share_a_name",
            ),
            models.UniqueConstraint(
                fields=["committee", "kind", "code"],
                condition=~Q(code=""),
                name="actor_code_is_unique",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "kind", "active", "stroke_key"]),
            models.Index(fields=["committee", "pinyin"]),
        ]

    def __str__(self) -> str:
        return self.short or self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the sort and search keys true to the name."""
        from ..naming import keys_of

        self.stroke_key, self.pinyin, self.initials = keys_of(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Alias(CommitteeOwned):
    """Another name of the same actor: 市工信局 = 市工业和信息化局."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField("别名", max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "name", "actor"], name="alias_said_once_of_an_actor"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "name"])]

    def __str__(self) -> str:
        return self.name
