"""Results (成果): 建议案, 协商专报, 纪要 and other written opinions, with what became of each advice."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from ...actors.models import Actor, CommitteeOwned
from .consultation import Consultation


class Result(CommitteeOwned):
    """A numbered paper with recommendations, delivered to addressees and followed up (跟踪问效)."""

    flow = "result"

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, null=True, blank=True, related_name="results"
    )
    kind = models.CharField("种类", max_length=12)  # a key of the result kinds
    state = models.CharField("状态", max_length=12, default="draft")
    title = models.CharField("标题", max_length=120)
    body = models.TextField("正文", max_length=20000, blank=True)
    level = models.CharField("报送层级", max_length=20, blank=True)
    number = models.CharField("编号", max_length=40, blank=True)
    issued_on = models.DateField("签发", null=True, blank=True)
    issued_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField("要赶上的决策", max_length=80, blank=True)
    decision_on = models.DateField("决策日期", null=True, blank=True)
    # 建言三准 (S-007): timely is counted from the decision's day; these two are marked by a reader.
    to_point = models.PositiveSmallIntegerField("议到点子上", null=True, blank=True)  # 1..3
    critical = models.PositiveSmallIntegerField("监在关键处", null=True, blank=True)  # 1..3
    marks_note = models.CharField("为什么", max_length=200, blank=True)
    marked_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revision = models.PositiveSmallIntegerField("第几稿", default=1)
    closed_on = models.DateField("办结", null=True, blank=True)
    summary = models.TextField("跟踪问效小结", max_length=1000, blank=True)
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "number"],
                condition=~Q(number=""),
                name="a_result_number_is_given_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "state", "-id"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/results/{self.pk}/"

    @property
    def root(self) -> "Result":
        return self


class Draft(CommitteeOwned):
    """A draft as it stood when experts saw it or the next one began: editions can be compared."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveSmallIntegerField("第几稿")
    body = models.TextField("正文", max_length=20000)
    on = models.DateField("日期")

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["result", "number"], name="a_draft_has_one_number")
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 稿"


class Advice(CommitteeOwned):
    """One recommendation. Not a task: only a visible act makes one of it."""

    class Kind(models.TextChoices):
        """Four kinds by situation (S-008); an optional help to thinking."""

        CONTRADICTION = "strength", "扬长避短（面对矛盾）"
        DIFFICULTY = "trend", "因势利导（面对困难）"
        DEVELOPMENT = "risk", "趋利避害（面对发展）"
        FUTURE = "new", "开拓创新（面对未来）"

    class Outcome(models.TextChoices):
        TAKEN = "taken", "采纳"
        PARTLY = "partly", "部分采纳"
        EXPLAINED = "explained", "未采纳，已说明"

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="advices")
    order = models.PositiveSmallIntegerField("第几条")
    text = models.TextField("建议", max_length=600)
    kind = models.CharField("哪一类", max_length=10, choices=Kind.choices, blank=True)
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField("结果", max_length=10, choices=Outcome.choices, blank=True)
    answer = models.TextField("答复", max_length=2000, blank=True)
    answered_on = models.DateField("答复日", null=True, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.text[:40]


class Delivery(CommitteeOwned):
    """The paper on its way to one addressee, and the instruction (批示) that came back."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="deliveries")
    addressee = models.CharField("报送", max_length=80)
    delivered_on = models.DateField("送达", null=True, blank=True)
    instruction = models.TextField("批示", max_length=1000, blank=True)
    instructed_by = models.CharField("批示人职务", max_length=60, blank=True)
    instructed_on = models.DateField("批示日", null=True, blank=True)
    unit = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["result", "addressee"], name="an_addressee_is_named_once"
            )
        ]

    def __str__(self) -> str:
        return self.addressee


class Adoption(CommitteeOwned):
    """A vote on a 建议案. Secret: only totals are kept, and who has voted; never both together."""

    class Kind(models.TextChoices):
        NAMED = "named", "记名表决"
        SECRET = "secret", "无记名表决"

    class State(models.TextChoices):
        OPEN = "open", "表决中"
        PASSED = "passed", "通过"
        FAILED = "failed", "未通过"

    part_of = "result"

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="adoptions")
    kind = models.CharField("方式", max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    body = models.CharField("由谁表决", max_length=60)
    rule = models.CharField("通过条件", max_length=20)
    opened_on = models.DateField("开始")
    closed_on = models.DateField("结束", null=True, blank=True)
    yes = models.PositiveIntegerField("赞成", default=0)
    no = models.PositiveIntegerField("反对", default=0)
    abstain = models.PositiveIntegerField("弃权", default=0)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["result"], condition=Q(state="open"), name="one_open_vote_a_result"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.get_state_display()}"


class Elector(CommitteeOwned):
    """Who may vote and whether they have. ``choice`` stays empty in a secret vote, by the database."""

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="electors")
    secret = models.BooleanField(default=True)
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    voted = models.BooleanField("已表决", default=False)
    paper = models.BooleanField("纸质票", default=False)
    choice = models.CharField("表决", max_length=8, blank=True)  # yes, no, abstain: named votes

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["adoption", "person"], name="an_elector_is_named_once"),
            models.CheckConstraint(
                condition=Q(secret=False) | Q(choice=""), name="a_secret_vote_keeps_no_choice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.voted}"


class ExpertReview(CommitteeOwned):
    """An expert asked to look before delivery (咨询论证); one link, no account (S-027, S-194)."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="reviews")
    expert = models.CharField("专家", max_length=40)
    field = models.CharField("领域", max_length=60, blank=True)
    public_code = models.CharField("链接码", max_length=14, unique=True)
    conflict = models.BooleanField("申报利害关系", default=False)
    revision = models.PositiveSmallIntegerField("看的是第几稿", default=1)
    asked_on = models.DateField("邀请")
    until = models.DateField("截止")
    done_on = models.DateField("交回", null=True, blank=True)
    points = models.JSONField("四性评分", default=dict)  # a key of the rubric -> 1..5 (S-034)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("asked_on")), name="a_review_ends_after_it_is_asked"
            )
        ]

    def __str__(self) -> str:
        return self.expert


class ExpertRemark(CommitteeOwned):
    """One comment of an expert, and what the authors made of it: taken, or why not."""

    review = models.ForeignKey(ExpertReview, on_delete=models.CASCADE, related_name="remarks")
    place = models.CharField("说的是哪里", max_length=60, blank=True)
    text = models.TextField("意见", max_length=1000)
    taken = models.BooleanField("采用", null=True, blank=True)
    answer = models.CharField("怎么改的，或为什么没改", max_length=400, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:20]
