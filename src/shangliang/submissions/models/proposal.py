"""Submission (来件) with its recommendations, signatures, wished and reviewed units."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from ...actors.models import Actor, CommitteeOwned, Session
from ...rulebooks.models import Rulebook
from .base import HasRules


class MergeGroup(CommitteeOwned):
    """Proposals handled as one (并案): a link with a lead, never a destructive copy."""

    lead = models.ForeignKey(
        "submissions.Submission", on_delete=models.PROTECT, related_name="leads_group"
    )
    reason = models.CharField("并案理由", max_length=200, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    dissolved_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"并案 {self.lead_id}"


class Submission(HasRules, CommitteeOwned):
    """What someone hands in. Proposals (提案) are the first kind; others follow by procedure."""

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", "提案"
        REPORT = "report", "社情民意信息"
        LETTER = "letter", "委员来信"

    class Nature(models.TextChoices):
        INDIVIDUAL = "individual", "个人"
        JOINT = "joint", "联名"
        PARTY = "party", "党派"
        ORGANISATION = "organisation", "团体"
        SPECIAL_COMMITTEE = "special_committee", "专委会"
        SECTOR = "sector", "界别"
        GROUP = "group", "小组"

    class Window(models.TextChoices):
        PLENARY = "plenary", "大会"
        ORDINARY = "ordinary", "平时"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PROPOSAL)
    state = models.CharField("状态", max_length=16, default="draft")
    rulebook = models.ForeignKey(Rulebook, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="submissions")
    nature = models.CharField("性质", max_length=20, choices=Nature.choices, default="individual")
    window = models.CharField("时段", max_length=10, choices=Window.choices, blank=True)
    window_forced = models.BooleanField("时段由人改定", default=False)
    # Who hands it in: the first proposer (第一提案人), or the body of a collective proposal.
    author = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="submissions")
    drafter = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approver = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_by = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="代录人",
    )
    title = models.CharField("案由", max_length=120, blank=True)
    situation = models.TextField("情况", blank=True)
    analysis = models.TextField("分析", blank=True)
    revision = models.PositiveIntegerField(default=0)  # autosave: refuses an older writer
    consent_public = models.BooleanField("同意公开", default=True)
    consent_reason = models.CharField("不同意公开的理由", max_length=200, blank=True)
    may_second = models.BooleanField("可以附议", default=True)
    needs_survey = models.BooleanField("需征询意见", default=False)
    confidential = models.BooleanField("不宜公开", default=False)

    serial = models.PositiveIntegerField("流水号", null=True, blank=True)
    number = models.PositiveIntegerField("案号", null=True, blank=True)
    # Whose series the number is of, where a rulebook counts 大会 and 平时 apart; blank: the session's.
    number_window = models.CharField("案号所属时段", max_length=10, blank=True)
    class_code = models.CharField("类别", max_length=30, blank=True)
    class_number = models.PositiveIntegerField("类内号", null=True, blank=True)
    reason_code = models.CharField("不立案情形", max_length=30, blank=True)
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    grade = models.CharField("办理类别", max_length=1, blank=True)
    satisfaction = models.CharField("评价", max_length=12, blank=True)  # headline by rulebook
    key = models.BooleanField("重点提案", default=False)
    excellent = models.BooleanField("优秀提案", default=False)
    group = models.ForeignKey(
        MergeGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="members"
    )
    split_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="split_into"
    )
    came_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="turned_into"
    )
    # Denormalised for lists: names of the lead units and the count of asks; kept by the verbs.
    lead_names = models.CharField(max_length=200, blank=True)
    proposer_names = models.CharField(max_length=200, blank=True)
    asks_count = models.PositiveSmallIntegerField(default=0)

    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    decided_at = models.DateTimeField("审查结论时间", null=True, blank=True)
    filed_at = models.DateTimeField("立案时间", null=True, blank=True)
    assigned_at = models.DateTimeField("交办时间", null=True, blank=True)
    replied_at = models.DateTimeField("答复时间", null=True, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    public_code = models.CharField("查询码", max_length=14, unique=True, null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "number_window", "number"],
                condition=Q(number__isnull=False),
                name="a_number_is_given_once_a_session",
            ),
            models.UniqueConstraint(
                fields=["session", "class_code", "class_number"],
                condition=Q(class_number__isnull=False),
                name="a_class_number_is_given_once",
            ),
            models.UniqueConstraint(
                fields=["session", "kind", "serial"],
                condition=Q(serial__isnull=False),
                name="a_serial_is_given_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "session", "state", "-id"]),
            models.Index(fields=["committee", "state", "submitted_at"]),
            models.Index(fields=["committee", "session", "number"]),
            models.Index(fields=["committee", "author"]),
            models.Index(fields=["committee", "kind", "-id"]),
        ]

    def __str__(self) -> str:
        return self.title or "（无案由）"

    @property
    def root(self) -> "Submission":
        return self

    @property
    def clock_round(self) -> int:  # type: ignore[override]
        return self.round

    @property
    def flow(self) -> str:
        """The table it follows: a report or a letter made of a proposal is no proposal any more."""
        return self.kind

    @property
    def collective(self) -> bool:
        """集体提案: everything except individual and joint ones (docs/field.md 1.1)."""
        return self.nature not in ("individual", "joint")

    @property
    def number_label(self) -> str:
        """第0049号, as print forms show it; the serial before filing. Withdrawn ones keep theirs."""
        if self.number:
            apart = "平时" if self.number_window == self.Window.ORDINARY else ""
            mark = "（撤）" if self.state == "withdrawn" else ""
            return f"{apart}第{self.number:04d}号{mark}"
        return f"流水{self.serial:04d}" if self.serial else "未提交"

    @property
    def short_title(self) -> str:
        """The title as a queue shows it: without 关于…的提案 (docs/architecture.md)."""
        return self.title.removeprefix("关于").removesuffix("的提案") or str(self)


class Recommendation(CommitteeOwned):
    """One ask to one addressee (建议); not binding. A reply answers each (decision 9)."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="recommendations"
    )
    order = models.PositiveSmallIntegerField("序号")
    text = models.TextField("建议")
    addressee = models.ForeignKey(
        Actor,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="对象",
    )
    state = models.CharField(max_length=12, default="open")  # open answered redo
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return f"{self.order}. {self.text[:40]}"


class CoSignature(CommitteeOwned):
    """A request to sign jointly (联名), or a seconding (附议). Unsigned names drop at filing."""

    class Role(models.TextChoices):
        FIRST = "first", "第一提案人"
        CO = "co", "联名"
        SECOND = "second", "附议"

    class State(models.TextChoices):
        INVITED = "invited", "待会签"
        SIGNED = "signed", "已会签"
        DECLINED = "declined", "谢绝会签"
        DROPPED = "dropped", "未签，立案时除名"

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="signatures")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.CO)
    state = models.CharField(max_length=10, choices=State.choices, default=State.INVITED)
    order = models.PositiveSmallIntegerField(default=0)
    invited_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    on_paper = models.BooleanField("纸面签名，代录", default=False)
    # Which text was signed: a later revision is shown as "changed since you signed".
    revision = models.PositiveIntegerField("会签的版本", default=0)

    class Meta:
        ordering = ("order", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "person"], name="a_person_signs_a_proposal_once"
            ),
            models.UniqueConstraint(
                fields=["submission"], condition=Q(role="first"), name="one_first_proposer"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "state"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.get_state_display()}"


class UnitChoice(CommitteeOwned):
    """Units wished by the proposer, and units fixed by the reviewers: two sets kept apart from
    the units finally assigned (:class:`Assignment`) (docs/field.md 1.2)."""

    class Layer(models.TextChoices):
        WISHED = "wished", "提案人建议"
        REVIEWED = "reviewed", "审查拟定"

    class Role(models.TextChoices):
        LEAD = "lead", "主办"
        CO = "co", "会办"
        EACH = "each", "分办"

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="unit_choices"
    )
    layer = models.CharField(max_length=10, choices=Layer.choices)
    role = models.CharField(max_length=6, choices=Role.choices, default=Role.LEAD)
    unit = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-role", "id")  # lead before co, as everywhere in the field
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "layer", "unit"], name="a_unit_is_chosen_once_a_layer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_layer_display()} {self.unit_id}"
