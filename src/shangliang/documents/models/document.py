"""Document (文件): a file in or out, with provenance."""

from typing import ClassVar

from django.db import models

from ...actors.models import Actor, CommitteeOwned


def where(document: "Document", _name: str) -> str:
    """A generated storage name: nothing of the user's file name reaches the disk (ASVS 5.3.2)."""
    return f"{document.committee_id}/{document.sha256[:2]}/{document.sha256}"


class Document(CommitteeOwned):
    """One file. Refused uploads are never stored, so no row speaks of them."""

    class Kind(models.TextChoices):
        ATTACHMENT = "attachment", "附件"
        ORIGINAL = "original", "来件原文"
        REPLY = "reply", "答复函扫描件"
        EVIDENCE = "evidence", "佐证"
        TEMPLATE = "template", "文书模板"
        EXPORT = "export", "导出"
        IMPORT = "import", "导入表"
        SOURCE = "source", "拆解的原文"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField("名称", max_length=200)
    case_type = models.CharField(max_length=30, blank=True)
    case_id = models.BigIntegerField(null=True, blank=True)
    about_type = models.CharField(max_length=30, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    file = models.FileField(upload_to=where)
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    public = models.BooleanField("可公开", default=False)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [
            models.Index(fields=["committee", "case_type", "case_id"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self) -> str:
        return self.title
