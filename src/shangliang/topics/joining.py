"""Joint work over the wall: each side is told of what changed."""

from django.db.models import F

from .models import Side, Space


def changed(case: Side) -> None:
    """The common text is another now: every agreement to the earlier one is of the past."""
    Space.objects.filter(pk=case.space_id).update(revision=F("revision") + 1)
