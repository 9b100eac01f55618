"""Voice (来声): one note of what somebody saw or heard, of four kinds, with one life."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from ...actors.models import Actor, CommitteeOwned
from ..rules import DEFAULT, VoiceRules, rules_of


class Voice(CommitteeOwned):
    """A public-opinion report, a micro-research, a citizen's matter, or a firm's difficulty.

    ``text`` is the author's own and never changes once handed in; ``edited_text`` is the editor's.
    Who told it is never a column here: see :class:`Source`.
    """

    class Kind(models.TextChoices):
        REPORT = "report", "社情民意"
        RESEARCH = "research", "微调研"
        MATTER = "matter", "群众来声"
        DIFFICULTY = "difficulty", "企业难题"

    class Channel(models.TextChoices):
        PHONE_APP = "app", "委员手机"
        WEB = "web", "群众网页"
        CALL = "call", "电话"
        PAPER = "paper", "来信来访"
        SURVEY = "survey", "企业摸底"

    class Where(models.TextChoices):
        ALL = "all", "全市（县）"
        PLACE = "place", "一处地方"
        OTHER = "other", "别的县区"

    kind = models.CharField("种类", max_length=12, choices=Kind.choices, default=Kind.REPORT)
    state = models.CharField("状态", max_length=12, default="draft")
    preset = models.CharField(max_length=30, default=DEFAULT)
    # Made in the page: the same note sent twice, or again after a dead network, is one note.
    client_key = models.CharField(max_length=64, blank=True)
    public_code = models.CharField("回执号", max_length=20, unique=True)
    serial = models.PositiveIntegerField("收件流水", null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    author = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="voices"
    )
    body = models.ForeignKey(  # a party, sector, committee handing in; counted beside its writer
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.PHONE_APP)
    firm = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="difficulties"
    )

    title = models.CharField("标题", max_length=120, blank=True)
    text = models.TextField("情况反映", blank=True)
    analysis = models.TextField("问题分析", blank=True)
    suggestion = models.TextField("意见建议", blank=True)
    area = models.CharField("在哪里", max_length=60, blank=True)
    spot = models.CharField("具体位置", max_length=120, blank=True)
    affected = models.CharField("影响多少人", max_length=20, blank=True)
    class_code = models.CharField("类别", max_length=30, blank=True)
    wished_unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_others = models.BooleanField("别人告诉我的", default=False)
    anonymous = models.BooleanField("不留姓名", default=False)
    names_person = models.BooleanField("指名道姓", default=False)
    urgent = models.BooleanField("急件", default=False)
    # micro-research
    question = models.CharField("调研的问题", max_length=200, blank=True)
    method = models.CharField("怎么调研的", max_length=200, blank=True)

    submitted_at = models.DateTimeField(null=True, blank=True)
    saved_at = models.DateTimeField(auto_now=True)
    made_at = models.DateTimeField(auto_now_add=True)

    # the editor's side
    editor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    edited_title = models.CharField("编后标题", max_length=120, blank=True)
    edited_text = models.TextField("编后正文", blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    signer = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    reason_code = models.CharField(max_length=30, blank=True)
    excellent = models.BooleanField("优秀", default=False)
    turned_type = models.CharField(max_length=30, blank=True)  # submission | topic | task
    turned_id = models.BigIntegerField(null=True, blank=True)
    # the unit of a firm's difficulty
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="firm_cases"
    )
    # A firm's question about a policy is a difficulty like any other, with the policy beside it.
    policy = models.ForeignKey(
        "voices.Policy", on_delete=models.SET_NULL, null=True, blank=True, related_name="questions"
    )
    cause = models.TextField("原因分析（破题）", blank=True)
    options = models.TextField("解法（解题）", blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "client_key"],
                condition=~Q(client_key=""),
                name="a_voice_is_sent_once",
            ),
            models.UniqueConstraint(
                fields=["committee", "year", "serial"],
                condition=Q(serial__isnull=False),
                name="a_voice_serial_is_given_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["committee", "author", "-id"]),
            models.Index(fields=["committee", "unit", "state"]),
            models.Index(fields=["committee", "kind", "class_code", "state"]),
            models.Index(fields=["committee", "turned_type", "turned_id"]),
        ]

    def __str__(self) -> str:
        return self.shown_title

    @property
    def flow(self) -> str:
        """Which table this voice follows."""
        return "difficulty" if self.kind == self.Kind.DIFFICULTY else "voice"

    @property
    def rules(self) -> VoiceRules:
        return rules_of(self.preset)

    @property
    def shown_title(self) -> str:
        """The edited title, else the author's, else the beginning of the text; masked when it may
        point at a person and no editor has looked at it yet."""
        if self.edited_title:
            return self.edited_title
        if self.masked:
            return "（涉及具体个人，已遮盖）"
        return (
            self.title or (self.text[:24] + "…" if len(self.text) > 24 else self.text) or "（空）"
        )

    @property
    def masked(self) -> bool:
        """An anonymous note that names a person: lists show neither title nor text."""
        return self.anonymous and self.names_person and not self.edited_title

    @property
    def number_label(self) -> str:
        return f"{self.year}-{self.serial:04d}" if self.serial else "未交"

    def clock_key(self, kind: str) -> str:
        return kind

    @property
    def clock_round(self) -> int:
        return self.round

    @property
    def clock_unit_id(self) -> int | None:
        return self.unit_id

    def get_absolute_url(self) -> str:
        return reverse("voice", args=[self.pk])
