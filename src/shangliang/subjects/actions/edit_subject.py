"""改登记: name, unit, place, planned dates."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import Subject
from .add_subject import body, check_dates


@verb(SUBJECT, "edit_subject", Subject)
def edit_subject(
    case: Subject,
    seat: Seat,
    *,
    name: str,
    unit: int | None = None,
    place: int | None = None,
    about: str = "",
    plan_start: date | None = None,
    plan_end: date | None = None,
) -> Done:
    """A name stands once of its kind."""
    if not name.strip():
        raise refuse("请写名称。")
    same = Subject.objects.filter(
        committee_id=case.committee_id, kind=case.kind, name=name.strip()[:120]
    )
    if same.exclude(pk=case.pk).exists():
        raise refuse(f"已经有一个叫“{name.strip()}”的{case.get_kind_display()}。")
    check_dates(plan_start, plan_end)
    case.name, case.about = name.strip()[:120], about.strip()
    case.unit, case.place = body(seat, unit), body(seat, place)
    case.plan_start, case.plan_end = plan_start, plan_end
    return Done(detail={"unit": unit or 0, "place": place or 0})
