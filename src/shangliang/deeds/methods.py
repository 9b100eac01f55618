"""Every method one can start from or compare: the presets, and this committee's own versions."""

from ..engines.points import Table
from .models import PointTable
from .presets import every


def choices(committee_id: int) -> list[tuple[str, str]]:
    """(key, name): own versions first, newest on top."""
    own = PointTable.objects.filter(committee_id=committee_id).only(
        "pk", "year", "version", "title"
    )
    return [
        *((f"v{row.pk}", str(row)) for row in own[:30]),
        *((k, t.title) for k, t in every().items()),
    ]


def method(committee_id: int, key: str) -> Table | None:
    """The method of a key, nothing for a key unknown or of another committee."""
    if key in every():
        return every()[key]
    number = key[1:]
    if key[:1] != "v" or not (number.isascii() and number.isdecimal() and len(number) < 12):
        return None
    row = PointTable.objects.filter(committee_id=committee_id, pk=int(number)).first()
    return row.table if row else None
