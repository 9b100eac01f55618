"""Import of registers: the uploaded sheet on its way to the register, and remembered columns."""

from typing import ClassVar

from django.db import models

from .actor import Actor, CommitteeOwned


class Register(models.TextChoices):
    """What can be imported."""

    MEMBERS = "members", "委员名册"
    UNITS = "units", "承办单位名册"


class ColumnMap(CommitteeOwned):
    """The office's own column names, mapped once: {"联系手机": "phone"}."""

    kind = models.CharField(max_length=10, choices=Register.choices)
    columns = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["committee", "kind"], name="columns_are_mapped_once")
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.kind}"


class ImportSheet(CommitteeOwned):
    """One uploaded sheet: its cells as text, how its columns are read, and what came of it."""

    class State(models.TextChoices):
        READ = "read", "待对应列"
        MAPPED = "mapped", "待核对"
        DONE = "done", "已导入"
        DROPPED = "dropped", "已放弃"

    kind = models.CharField(max_length=10, choices=Register.choices)
    file_name = models.CharField("文件", max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)  # lists of strings, dates as ISO
    numbers = models.JSONField(default=list)  # the sheet's own row numbers
    warnings = models.JSONField(default=list)
    columns = models.JSONField(default=dict)  # {"3": "name"}: column index -> field
    create = models.JSONField(default=list)  # kinds of unknown bodies to create along the way
    report = models.JSONField(default=dict)  # {"new": n, "changed": n, "same": n, "errors": [...]}
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "-id"])]

    def __str__(self) -> str:
        return self.file_name
