"""Numbers without gaps: allotted inside the verb's own transaction, so a failed verb takes none."""

from django.db import connection

from .models import Series


def allot(committee_id: int, key: str) -> int:
    """The next number of a series. The series' row lock orders those who ask at once."""
    if not connection.in_atomic_block:
        raise RuntimeError("a number outside a transaction could be lost")
    Series.objects.get_or_create(committee_id=committee_id, key=key)
    series = Series.objects.select_for_update().get(committee_id=committee_id, key=key)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def give_back(committee_id: int, key: str, number: int) -> None:
    """Undo the allotment of the last number, inside the transaction that asked for it."""
    Series.objects.filter(committee_id=committee_id, key=key, last=number).update(last=number - 1)
