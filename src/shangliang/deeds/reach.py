"""Whose facts and of which year: what every reading of facts shares."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

People = Collection[int] | None


def of(rows: QuerySet[Any], people: People, field: str = "person_id") -> QuerySet[Any]:
    return rows if people is None else rows.filter(**{f"{field}__in": people})


def begin_of(year: int) -> datetime:
    return timezone.make_aware(datetime(year, 1, 1))
