"""Rulebook (规程): a local rule with a version and valid dates. Published ones never change."""

from functools import cached_property
from typing import ClassVar

from django.db import models

from ..tenancy import CommitteeOwned
from .body import ProposalRules


class Rulebook(CommitteeOwned):
    """One version. A case keeps the version it began with (decision 1)."""

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", "提案"

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        PUBLISHED = "published", "已发布"
        DISCARDED = "discarded", "已弃去"

    kind = models.CharField("种类", max_length=20, choices=Kind.choices, default=Kind.PROPOSAL)
    version = models.PositiveIntegerField("版本")
    name = models.CharField("名称", max_length=120)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFT)
    valid_from = models.DateField("施行日", null=True, blank=True)
    body = models.JSONField("内容")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Two persons: whoever last wrote a draft does not publish it.
    edited_by = models.ForeignKey(
        "actors.Actor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    origin = models.CharField("来自", max_length=120, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("kind", "-version")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["committee", "kind", "version"], name="a_rulebook_version_is_used_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} v{self.version}"

    @property
    def stamp(self) -> str:
        """Changes with every save: two editors of one draft cannot overwrite each other."""
        return self.updated_at.isoformat()

    @cached_property
    def rules(self) -> ProposalRules:
        """The typed body. Frozen; parsed once an instance."""
        return ProposalRules.model_validate(self.body)
