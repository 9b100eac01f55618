"""ApiToken (令牌): a named, dated key with which a program acts from its owner's seat."""

from typing import ClassVar

from django.db import models

from ..actors.models import Actor, CommitteeOwned


class ApiToken(CommitteeOwned):
    """Shown once, kept as a digest. It gives the owner's seat and nothing more."""

    owner = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField("用途", max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField("开头", max_length=8)
    # The account's stamp when it was made: what ends every session ends every token.
    stamp = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField("建立", auto_now_add=True)
    expires_at = models.DateTimeField("到期")
    used_at = models.DateTimeField("最近使用", null=True, blank=True)
    revoked_at = models.DateTimeField("撤销", null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes: ClassVar = [models.Index(fields=["committee", "owner"])]

    def __str__(self) -> str:
        return f"{self.name} {self.hint}…"
