"""Who is told: the staff of a unit, and the keepers of figures."""

from collections.abc import Iterable

from django.db import models

from ..actors.models import Tie
from ..notices.post import post
from ..procedures.office_calendar import today

K = Tie.Kind


def staff(committee_id: int, units: Iterable[int | None]) -> list[int]:
    """People working in these bodies today."""
    ids = [u for u in units if u]
    if not ids:
        return []
    return list(
        Tie.objects.filter(
            committee_id=committee_id, kind__in=[K.UNIT_STAFF, K.UNIT_HEAD], whom_id__in=ids
        )
        .on(today())
        .values_list("who_id", flat=True)
    )


def keepers(committee_id: int) -> list[int]:
    """专委会 and 督办 people today."""
    return list(
        Tie.objects.filter(committee_id=committee_id, kind__in=[K.ORGANISER, K.SUPERVISOR])
        .on(today())
        .values_list("who_id", flat=True)
    )


def tell(
    row: models.Model, people: Iterable[int], kind: str, text: str, act: bool = False, but: int = 0
) -> None:
    """One notice each, leading to the row's page."""
    post(
        committee_id=row.committee_id,  # type: ignore[attr-defined]
        to=people,
        kind=f"yardsticks.{kind}",
        text=text,
        case=row,
        url=row.get_absolute_url(),  # type: ignore[attr-defined]
        needs_act=act,
        but=but,
    )
