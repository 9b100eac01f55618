"""Notice (消息): who is told what about which case, and whether it arrived."""

from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned


class Notice(CommitteeOwned):
    """One notice to one person. Written in the verb's transaction; sent after commit (outbox)."""

    to = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)  # the verb or reminder it tells of
    text = models.CharField("要紧的一句", max_length=300)
    case_type = models.CharField(max_length=30)
    case_id = models.BigIntegerField()
    url = models.CharField(max_length=200, blank=True)
    needs_act = models.BooleanField("等我办", default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    digested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["to", "read_at", "-id"]),
            models.Index(fields=["committee", "case_type", "case_id"]),
            models.Index(
                fields=["digested_at"],
                condition=models.Q(digested_at__isnull=True),
                name="notice_undigested",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Preference(CommitteeOwned):
    """How a person wants to be told: a digest by default, never a flood."""

    person = models.OneToOneField(Actor, on_delete=models.CASCADE, related_name="notice_preference")
    email = models.CharField(max_length=8, default="daily")  # daily | each | never
    webhook = models.CharField(max_length=12, blank=True)  # wecom | dingtalk | ""
    webhook_url = models.CharField(max_length=300, blank=True)
    told_up_to = models.BigIntegerField(default=0)  # last notice the webhook was given

    def __str__(self) -> str:
        return f"{self.person_id} {self.email}"


class Delivery(CommitteeOwned):
    """The delivery log: each try on each channel, with what the channel answered."""

    to = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=12)
    notices = models.ManyToManyField(Notice, related_name="deliveries", blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    ok = models.BooleanField(default=False)
    answer = models.CharField(max_length=300, blank=True)
    test = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=1)
    again_at = models.DateTimeField(null=True, blank=True)  # when a failed one is tried again
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [
            models.Index(fields=["to", "-id"]),
            models.Index(
                fields=["again_at"],
                condition=models.Q(again_at__isnull=False),
                name="delivery_due_again",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {'ok' if self.ok else 'failed'}"
