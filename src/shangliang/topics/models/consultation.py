"""Consultation (协商): one meeting of those who ask and those who answer, from notice to closing."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned
from .plan import PlanItem
from .topic import Topic

if TYPE_CHECKING:
    from ..presets import Form


class Consultation(CommitteeOwned):
    """``rules`` copies its form's preset when it is planned: later changes rewrite nothing."""

    flow = "consultation"

    form = models.CharField("形式", max_length=20)
    rules_copy = models.JSONField(default=dict)
    title = models.CharField("议题", max_length=80)
    text = models.TextField("说明", max_length=4000, blank=True)
    state = models.CharField("状态", max_length=12, default="planned")
    item = models.ForeignKey(
        PlanItem, on_delete=models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    lead = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="承办机构"
    )
    room = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="councils"
    )
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    # A further meeting on what stayed open: the one before it.
    after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    starts_at = models.DateTimeField("时间", null=True, blank=True)
    place = models.CharField("地点", max_length=80, blank=True)
    chair = models.CharField("主持人", max_length=40, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)
    decision = models.CharField("要赶上的决策", max_length=80, blank=True)
    decision_on = models.DateField("决策日期", null=True, blank=True)
    notice_by = models.DateField("最迟通知", null=True, blank=True)
    materials_by = models.DateField("最迟送材料", null=True, blank=True)
    noticed_on = models.DateField("已通知", null=True, blank=True)
    materials_on = models.DateField("已送材料", null=True, blank=True)
    late_reason = models.CharField("晚发的原因", max_length=200, blank=True)
    held_on = models.DateField("召开", null=True, blank=True)
    minutes = models.TextField("纪要", blank=True)
    minutes_number = models.CharField("纪要编号", max_length=40, blank=True)
    drafted_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_on = models.DateField("签发", null=True, blank=True)
    feedback_until = models.DateField("会后意见收到", null=True, blank=True)
    closed_on = models.DateField("办结", null=True, blank=True)
    outcome = models.TextField("办结小结", max_length=1000, blank=True)
    public = models.BooleanField("公开", default=False)
    # People affected who were asked afterwards whether it was done; counts only.
    asked = models.PositiveIntegerField("回访人数", null=True, blank=True)
    content = models.PositiveIntegerField("认为办到了的", null=True, blank=True)
    asked_on = models.DateField("回访", null=True, blank=True)
    # Marks of those who took part, summed: {"n": 5, "sum": {...}, "shown": {...}}. Never whose (E8).
    quality = models.JSONField("协商质量", default=dict)
    made_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, related_name="+", verbose_name="经办"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-starts_at", "-id")
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "starts_at"]),
            models.Index(fields=["committee", "form"]),
            models.Index(fields=["committee", "room", "-id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/consultations/{self.pk}/"

    @property
    def kind(self) -> "Form":
        """The form's rules as they stood when this was planned."""
        from ..presets import form_from

        return form_from(self.rules_copy)

    @property
    def root(self) -> "Consultation":
        return self


class Party(CommitteeOwned):
    """Who takes part and on which side. Named people of the registers, or a name alone."""

    class Side(models.TextChoices):
        ASKS = "asks", "协商方"
        ANSWERS = "answers", "答复方"
        EXPERT = "expert", "专家"
        PUBLIC = "public", "群众、企业"

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="parties")
    side = models.CharField("哪一方", max_length=8, choices=Side.choices)
    # The person or the unit; a unit sends whom it likes, named in ``name``.
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField("姓名或名称", max_length=60)
    title = models.CharField("身份", max_length=80, blank=True)
    came = models.BooleanField("到会", null=True, blank=True)
    deputy = models.CharField("由谁代", max_length=60, blank=True)
    # What the other side said in the end (没有对方的答复不能办结).
    answer = models.TextField("答复", max_length=4000, blank=True)
    answered_on = models.DateField("答复日", null=True, blank=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("side", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["consultation", "side", "name"], name="a_party_is_named_once_a_side"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "actor"])]

    def __str__(self) -> str:
        return self.name


class Speech(CommitteeOwned):
    """One entry of the speaking list, in a part of the meeting; a question has its answers."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="speeches"
    )
    order = models.PositiveSmallIntegerField("次序")
    part = models.CharField("环节", max_length=12)  # a key of the form's parts
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="speeches")
    topic = models.CharField("讲什么", max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField("分钟", default=8)
    starts_at = models.TimeField("预计", null=True, blank=True)
    spoke = models.BooleanField("讲了", default=False)
    gist = models.TextField("要点", max_length=2000, blank=True)
    replies_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return f"{self.order} {self.part}"


class Point(CommitteeOwned):
    """What was agreed, what stayed open, and what a minority held: all three are kept."""

    class Kind(models.TextChoices):
        AGREED = "agreed", "达成共识"
        OPEN = "open", "还没谈拢"
        MINORITY = "minority", "少数意见"

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="points")
    order = models.PositiveSmallIntegerField("次序")
    kind = models.CharField("类别", max_length=8, choices=Kind.choices)
    text = models.CharField("内容", max_length=400)
    held_by = models.CharField("谁的意见", max_length=80, blank=True)
    owner = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_name = models.CharField("谁来做", max_length=60, blank=True)
    due_on = models.DateField("什么时候前", null=True, blank=True)
    # The state for an owner outside the registers: the convenor notes it by hand.
    done_on = models.DateField("做成", null=True, blank=True)
    done_note = models.CharField("怎么做成的", max_length=200, blank=True)
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.text


class Feedback(CommitteeOwned):
    """A written word after the meeting (会后意见), named or not. Unnamed: no person, no hour kept."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="feedback"
    )
    person = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField("意见", max_length=1000)
    answer = models.TextField("答复", max_length=1000, blank=True)

    class Meta:
        ordering = ("text",)  # never the order of coming in

    def __str__(self) -> str:
        return self.text[:20]
