"""Who is in charge of a unit (分管): the division of labour valid on the day (S-045)."""

from collections.abc import Iterable
from datetime import date

from ...actors.models import Tie


def in_charge_of(committee_id: int, units: Iterable[int], on: date) -> dict[int, str]:
    """Unit -> names of the leaders in charge of it on ``on``; one query.

    A case asks with the day it was assigned, so that a new division of labour reroutes what comes
    after it and leaves the former leader in the history.
    """
    found: dict[int, list[str]] = {}
    ties = (
        Tie.objects.filter(
            committee_id=committee_id, kind=Tie.Kind.IN_CHARGE, whom_id__in=list(units)
        )
        .on(on)
        .order_by("rank", "id")
        .values_list("whom_id", "who__name")
    )
    for unit, name in ties:
        found.setdefault(unit, []).append(name)
    return {unit: "、".join(names) for unit, names in found.items()}
