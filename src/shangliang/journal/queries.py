"""Reading the log: timelines per object."""

from django.db import models

from .kinds import type_of
from .models import Event


def timeline(case: models.Model, committee_id: int) -> models.QuerySet[Event]:
    """All events of one case, oldest first, with the person's name at hand."""
    return (
        Event.objects.filter(committee_id=committee_id, case_type=type_of(case), case_id=case.pk)
        .select_related("person")
        .order_by("seq")
    )
