"""The committee's own calendar: the state's holidays plus what the office entered."""

from datetime import date

from django.core.cache import cache
from django.utils import timezone

from ..engines.calendar import Calendar
from .models import Holiday, KnownYear


def calendar_of(committee_id: int) -> Calendar:
    """The calendar, cached for a minute; ``forget`` drops it when the office edits a day."""
    key = f"calendar:{committee_id}"
    found = cache.get(key)
    if found is None:
        rows = list(Holiday.objects.filter(committee_id=committee_id))
        found = Calendar(
            overrides={row.day: row.workday for row in rows},
            named={row.day: row.name for row in rows if row.name},
            known_years=frozenset(
                KnownYear.objects.filter(committee_id=committee_id).values_list("year", flat=True)
            ),
        )
        cache.set(key, found, 60)
    return found


def forget(committee_id: int) -> None:
    """After an edit of the calendar."""
    cache.delete(f"calendar:{committee_id}")


def today() -> date:
    """The office's date (Asia/Shanghai)."""
    return timezone.localdate()
