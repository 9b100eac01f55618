"""The event log (事件): who did what, when, to which object, on what basis.

Append-only: the database refuses update and delete (migration 0002). Hash-chained, one chain per
committee. Events hold ids and codes, never personal text, so that erasure on request does not
break the chain (decision 5).
"""

from typing import ClassVar

from django.db import models


class Chain(models.Model):
    """The head of one committee's chain; its row lock makes the sequence gap-free."""

    committee = models.OneToOneField("actors.Actor", on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.seq}"


class Event(models.Model):
    """One act. ``case_*`` is the root object whose timeline shows it; ``about_*`` the row changed."""

    committee = models.ForeignKey("actors.Actor", on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    person = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verb = models.CharField(max_length=40)
    case_type = models.CharField(max_length=30)
    case_id = models.BigIntegerField()
    about_type = models.CharField(max_length=30)
    about_id = models.BigIntegerField()
    # ids, codes, numbers, dates: see journal.write.check_detail
    detail = models.JSONField(default=dict)
    prev = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("committee", "seq")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "seq"], name="one_event_a_place")
        ]
        indexes: ClassVar = [
            models.Index(fields=["committee", "case_type", "case_id", "seq"]),
            models.Index(fields=["committee", "verb", "at"]),
            models.Index(fields=["person", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id}#{self.seq} {self.verb}"


class Access(models.Model):
    """A burst record: sign-ins, refusals, openings of protected names, each a light row.

    Not chained one by one, so that the chain never becomes the queue; ``journal.anchor`` writes a
    batch digest of them into the chain (decision 5).
    """

    committee = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    person = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, related_name="+"
    )
    account_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True)
    ip = models.GenericIPAddressField(null=True)
    detail = models.JSONField(default=dict)
    anchored_in = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["committee", "at"]),
            models.Index(fields=["about_type", "about_id", "at"]),
            models.Index(fields=["kind", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%F %T}"
