"""A member's own change of contact data waits here until the office confirms it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from .actor import Actor, CommitteeOwned


class ContactChange(CommitteeOwned):
    """What a member asks to have changed. Empty fields are not asked to change."""

    FIELDS: ClassVar = ("workplace", "post", "phone", "email", "address")

    class State(models.TextChoices):
        OPEN = "open", "等确认"
        CONFIRMED = "confirmed", "已改"
        REFUSED = "refused", "没有改"

    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="contact_changes")
    workplace = models.CharField("工作单位", max_length=120, blank=True)
    post = models.CharField("职务", max_length=120, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    address = models.CharField("通信地址", max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.CharField("没有改的原因", max_length=200, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="open"),
                name="one_open_contact_change_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.get_state_display()}"

    def changes(self) -> list[tuple[str, str, str]]:
        """(label, now, asked) of each field that would change."""
        out = []
        for name in self.FIELDS:
            asked, now = getattr(self, name), getattr(self.person, name)
            if asked and asked != now:
                label = getattr(self._meta.get_field(name), "verbose_name", name)
                out.append((str(label), now, asked))
        return out
