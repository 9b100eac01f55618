"""记免评."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..exempt import tell
from ..models import Exemption
from ..points import KEEPERS


@act("points.exempt", "记免评", *KEEPERS)
def exempt_person(
    seat: Seat, *, person: int, year: int, reason: str, since: date, until: date
) -> Done:
    """What is missed inside the time counts for nothing, and no grade is given."""
    if reason not in Exemption.Reason.values:
        raise refuse("请选免评的原因。")
    if until < since or since.year > year or until.year < year:
        raise refuse("起止日期不对，或不在这一年。")
    who = Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.PERSON, pk=person
    ).first()
    if who is None:
        raise refuse("这位不在本政协。", "wall")
    if person == seat.person_id:
        raise refuse("不能给自己记免评。")
    row = Exemption.objects.create(
        committee_id=seat.committee_id,
        person=who,
        year=year,
        reason=reason,
        since=since,
        until=until,
        by_id=seat.person_id,
    )
    tell(
        row,
        f"已为您记免评：{row.get_reason_display()}，{since} 至 {until}。其间缺席不计，不评等次。",
    )
    return Done(case=row, detail={"person": person, "year": year, "reason": reason})
