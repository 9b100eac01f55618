"""Writing: one verb, one event, in the verb's own transaction."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from . import erasures
from .after import touched
from .digest import digest
from .kinds import type_of
from .models import Chain, Event

# What a detail may hold: ids, codes, numbers, dates, a digest (64 hexadecimal digits). A longer text
# belongs in the record itself.
LONGEST_CODE = 64


class NotInTransaction(RuntimeError):
    """An event outside a transaction could outlive a change that failed."""


def check_detail(detail: Mapping[str, Any]) -> dict[str, Any]:
    """Refuse personal text in the chain: it could never be erased again."""
    clean: dict[str, Any] = {}
    for key, value in detail.items():
        if isinstance(value, (date, datetime)):
            value = value.isoformat()
        if isinstance(value, str) and len(value) > LONGEST_CODE:
            raise ValueError(f"event detail {key!r} holds text; keep it in the record")
        if isinstance(value, models.Model):
            value = value.pk
        clean[key] = value
    return clean


def fields_of(event: Event) -> dict[str, Any]:
    """What the digest covers: every column but the chain's own two."""
    return {
        "committee": event.committee_id,
        "seq": event.seq,
        "at": event.at,
        "person": event.person_id,
        "verb": event.verb,
        "case": [event.case_type, event.case_id],
        "about": [event.about_type, event.about_id],
        "detail": event.detail,
    }


def write(
    *,
    committee_id: int,
    person_id: int | None,
    verb: str,
    case: models.Model,
    about: models.Model | None = None,
    detail: Mapping[str, Any] | None = None,
    at: datetime | None = None,
    tell: bool = True,
) -> Event:
    """Append one event to the committee's chain. The chain head's row lock orders the writers.

    ``tell``: whether what is derived of the rows named (the search index) must be made anew.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(verb)
    head = head_of(committee_id)
    about = about or case
    event = Event(
        committee_id=committee_id,
        seq=head.seq + 1,
        at=at or timezone.now(),
        person_id=person_id or None,
        verb=verb,
        case_type=type_of(case),
        case_id=case.pk,
        about_type=type_of(about),
        about_id=about.pk,
        detail=check_detail(detail or {}),
        prev=head.digest,
    )
    event.digest = digest(head.digest, fields_of(event), settings.JOURNAL_DIGEST)
    event.save(force_insert=True)
    head.seq, head.digest = event.seq, event.digest
    head.save(update_fields=["seq", "digest"])
    erasures.follow(event)
    if tell:
        touched(committee_id, event.case_type, event.case_id)
        touched(committee_id, event.about_type, event.about_id)
    return event


def head_of(committee_id: int) -> Chain:
    """The chain's head, locked; begun with a committee's first event."""
    heads = Chain.objects.select_for_update()
    if head := heads.filter(committee_id=committee_id).first():
        return head
    Chain.objects.get_or_create(committee_id=committee_id)
    return heads.get(committee_id=committee_id)
