"""Posting a notice: a row in the verb's own transaction; sending is a job after commit."""

from collections.abc import Iterable

from django.db import models

from ..journal.kinds import type_of
from .models import Notice


def post(
    *,
    committee_id: int,
    to: Iterable[int],
    kind: str,
    text: str,
    case: models.Model,
    url: str = "",
    needs_act: bool = False,
    but: int | None = None,
) -> None:
    """Tell each person once. ``but``: the one who did it knows already."""
    people = dict.fromkeys(p for p in to if p and p != but)
    Notice.objects.bulk_create(
        Notice(
            committee_id=committee_id,
            to_id=person,
            kind=kind,
            text=text[:300],
            case_type=type_of(case),
            case_id=case.pk,
            url=url,
            needs_act=needs_act,
        )
        for person in people
    )
