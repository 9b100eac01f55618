"""定每年最低任务: from a year on, with its source. What was decided before stays readable."""

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Minimum
from ..words import EFFORTS, FORMS


@act("minimum.set", "定每年最低任务", Role.CLERK, Role.ORGANISER)
def set_minimum(
    seat: Seat, *, form: str, kind: str, least: int, source: str, year: int | None = None
) -> Done:
    """0 ends a rule. Not for a year that is over: it was counted by what held then."""
    if form not in FORMS or kind not in EFFORTS:
        raise refuse("请选类型和做什么。")
    if not 0 <= least <= 400:
        raise refuse("一年至少写 0 到 400。")
    if not source.strip():
        raise refuse("请写依据哪份文件或哪次会议。")
    year = year or today().year
    if not today().year <= year <= today().year + 5:
        raise refuse("从今年或以后的年份起，不改过去的。")
    row = Minimum.objects.create(
        committee_id=seat.committee_id, form=form, kind=kind, least=least, year=year,
        source=source.strip()[:200], by_id=seat.person_id,
    )  # fmt: skip
    return Done(
        case=Actor.objects.get(pk=seat.committee_id), about=row,
        detail={"form": form, "kind": kind, "least": least, "year": year}, result=row,
    )  # fmt: skip
