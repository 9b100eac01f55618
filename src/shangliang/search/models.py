"""Rows of 检索: the index over what the rooms hold, what was learned from the past, and signals.

The index is derived: it can be thrown away and built again from the rooms at any time. Who may see a
row is never kept here; it is asked of the room's own queryset in every search.
"""

from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned


class Row(CommitteeOwned):
    """One thing that can be found, or one part of a long one. ``id`` grows with the day of the thing,
    so that "the newest first" is the order of the key in every database (store.order_of)."""

    derived = True  # not in backups

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=24)
    object_id = models.BigIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    folded = models.TextField()  # fold(title + "\n" + body): what matches are checked against
    keys = models.CharField(max_length=400, blank=True)  # " n131 pwangfang pwf "
    note = models.CharField(max_length=200, blank=True)
    day = models.DateField()
    field = models.CharField(max_length=20, blank=True)  # of life (fields.field_of); of what counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "part"], name="a_thing_is_indexed_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "-id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class Gram(models.Model):
    """SQLite's full-text table of tokens (FTS5), as the migration makes it; PostgreSQL keeps them in a
    ``tsvector`` column of :class:`Row` instead."""

    row = models.OneToOneField(
        Row, on_delete=models.DO_NOTHING, primary_key=True, db_column="rowid", db_constraint=False
    )

    class Meta:
        managed = False
        db_table = "search_gram"

    def __str__(self) -> str:
        return str(self.pk)


class IndexState(CommitteeOwned):
    """Which version of the tokens a committee's index has, and since when."""

    derived = True

    version = models.PositiveSmallIntegerField(default=0)
    built_at = models.DateTimeField(null=True, blank=True)
    rows = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)  # a rebuild waits or runs

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee"], name="a_committee_has_one_index")
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} v{self.version}"


class Threshold(CommitteeOwned):
    """What the office set: how alike two cases must be before they are shown (0..1), and whether the
    machine suggests anything at all."""

    alike = models.FloatField("相近门槛")
    on = models.BooleanField("显示系统建议", default=True)
    set_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee"], name="a_committee_has_one_threshold")
        ]

    def __str__(self) -> str:
        return f"{self.alike:.2f}"


class Learned(CommitteeOwned):
    """What was learned from the office's own decisions: one row a kind (class, unit)."""

    derived = True  # never from outside: its bytes are only ever our own

    kind = models.CharField(max_length=10)
    examples = models.PositiveIntegerField(default=0)
    measured = models.JSONField(default=dict)  # share right by sureness, of cases held back
    body = models.BinaryField()
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "kind"], name="one_model_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.examples}"


class Signal(CommitteeOwned):
    """A rise of one theme, raised by the machine, judged by a person (苗头). Texts only, no persons."""

    class Verdict(models.TextChoices):
        OPEN = "", "待人判断"
        CONFIRMED = "confirmed", "属实，继续关注"
        DISMISSED = "dismissed", "不是苗头"

    theme = models.CharField("主题", max_length=80)
    words = models.JSONField(default=list)
    key = models.CharField(max_length=64)  # theme and week: raised once
    since = models.DateField("起")
    until = models.DateField("止")
    count = models.PositiveIntegerField("这段时间")
    before = models.PositiveIntegerField("前一段同样长的时间", default=0)
    expected = models.FloatField("按以往应有")
    p = models.FloatField("偶然的可能")
    places = models.JSONField(default=list)
    examples = models.JSONField(default=list)  # [kind, object_id]
    raised_at = models.DateTimeField(auto_now_add=True)
    verdict = models.CharField(
        max_length=10, choices=Verdict.choices, default=Verdict.OPEN, blank=True
    )
    judged_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)

    class Meta:
        ordering = ("-until", "p")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "key"], name="a_signal_is_raised_once")
        ]

    def __str__(self) -> str:
        return self.theme

    @property
    def percent(self) -> str:
        """The chance in percent, two digits."""
        return f"{self.p * 100:.2g}"
