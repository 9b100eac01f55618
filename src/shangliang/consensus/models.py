"""Round (场次), Statement (说法), Participant (参加者), Vote (表态), Outcome (结果), FollowUp (后来怎样).

Who somebody is and what they answered are kept apart (docs/architecture.md; catalogue E2, E8): a
participant is a random number of one round. Where one person may have one voice only, a keyed digest
of the person stands beside it; the key is deleted when the round closes, and with it the way back
(``paper.forget_voices``). A sheet of paper is the same participant as its writer's telephone.
"""

import secrets
from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def round_code() -> str:
    """Eight signs a person can read out; 40 bits, never guessed by trying."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def round_key() -> bytes:
    return secrets.token_bytes(32)


class Round(CommitteeOwned):
    """One matter put to people: short statements, agree, disagree or pass."""

    class Entry(models.TextChoices):
        OPEN = "open", "有链接或二维码的人都能参加"
        MEMBERS = "members", "只有本政协登录的人，一人一份"
        TICKETS = "tickets", "凭一次性参加码，一码一份"

    class Order(models.TextChoices):
        RANDOM = "random", "随机"
        PRIORITY = "priority", "先问最能说明问题的"

    code = models.CharField("场次码", max_length=8, unique=True, default=round_code)
    state = models.CharField("状态", max_length=10, default="draft")
    title = models.CharField("题目", max_length=80)
    intro = models.TextField("说明", max_length=1500, blank=True)
    policy = models.TextField("说法怎么审", max_length=1500)
    entry = models.CharField("谁能参加", max_length=8, choices=Entry.choices, default=Entry.OPEN)
    order = models.CharField("先后", max_length=8, choices=Order.choices, default=Order.RANDOM)
    opens_on = models.DateField("起", null=True, blank=True)
    closes_on = models.DateField("止", null=True, blank=True)
    # People write statements until then, and only answer after: a phase of its own.
    says_until = models.DateField("说法收到", null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    before = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="later",
        verbose_name="上一轮",
    )  # fmt: skip
    key = models.BinaryField(default=round_key, null=True)  # gone with the voices
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "state", "-id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/rounds/{self.pk}/"

    @property
    def root_round(self) -> "Round":
        return self

    @property
    def one_voice(self) -> bool:
        """One person has one voice, by a key that dies at closing."""
        return self.entry != self.Entry.OPEN


class Ticket(CommitteeOwned):
    """A slip of paper given to one resident: its digest, never to whom, never whether it was used."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="tickets")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "digest"], name="a_ticket_is_printed_once")
        ]

    def __str__(self) -> str:
        return f"{self.round_id}"


class Statement(CommitteeOwned):
    """One sentence of a round. A refused one is shown with its public reason, without the text's author."""

    part_of = "round"
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="statements")
    number = models.PositiveIntegerField("号")
    text = models.CharField("说法", max_length=140)
    state = models.CharField("状态", max_length=10, default="waiting")
    seed = models.BooleanField("组织者提的", default=False)
    reason = models.CharField("不采用的理由", max_length=20, blank=True)
    note = models.CharField("理由补充", max_length=200, blank=True)
    author = models.ForeignKey(
        "Participant", on_delete=models.SET_NULL, null=True, blank=True, related_name="said"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("round", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="a_statement_has_one_number"),
        ]
        indexes: ClassVar = [models.Index(fields=["round", "state"])]

    def __str__(self) -> str:
        return f"第 {self.number} 条"

    @property
    def root(self) -> Round:
        return self.round

    @property
    def root_round(self) -> Round:
        return self.round


class Participant(CommitteeOwned):
    """Somebody in one round: a random number, and a digest of the secret in their browser."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="people")
    number = models.PositiveBigIntegerField()  # random: order of coming tells nothing
    secret = models.CharField(max_length=64, unique=True, null=True)
    person_digest = models.CharField(max_length=64, blank=True)
    paper = models.BooleanField("纸上填的", default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="a_number_is_one_participant"),
            models.UniqueConstraint(
                fields=["round", "person_digest"],
                condition=~models.Q(person_digest=""),
                name="one_person_one_voice",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Vote(CommitteeOwned):
    """One answer; rows are only ever added, the last of a person on a statement counts."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="votes")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="votes")
    value = models.SmallIntegerField()  # 1 agree, 0 pass, -1 disagree
    at_ms = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [
            models.Index(fields=["round", "id"]),
            models.Index(fields=["participant", "statement"]),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(value__in=(-1, 0, 1)), name="a_vote_agrees_disagrees_or_passes"
            ),
        ]

    def __str__(self) -> str:
        return str(self.value)


class Outcome(CommitteeOwned):
    """What was published: the engine's answer, the words given to groups, and the digest of the votes."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="outcome")
    answer = models.JSONField()
    names = models.JSONField(default=dict)  # {"1": "先修后算"}
    votes = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.round} 结果"


class FollowUp(CommitteeOwned):
    """What became of it: a dated sentence, perhaps about one statement, perhaps with a link."""

    class Kind(models.TextChoices):
        USED = "used", "用上了"
        TASK = "task", "交办"
        ADVICE = "advice", "列入建议"
        TOPIC = "topic", "列入议题"
        ANSWER = "answer", "有答复"
        NOT = "not", "没有采用"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="followed")
    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="followed"
    )
    kind = models.CharField("是什么", max_length=8, choices=Kind.choices)
    text = models.CharField("后来怎样", max_length=300)
    on = models.DateField("日期")
    link_type = models.CharField(max_length=30, blank=True)
    link_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return self.text
