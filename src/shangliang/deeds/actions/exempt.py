"""免评: a time in which what is missed counts for nothing; and taking it back."""

from datetime import date

from django.urls import reverse

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Exemption
from .points import KEEPERS


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


@act("points.unexempt", "撤销免评", *KEEPERS)
def end_exemption(seat: Seat, *, exemption: int) -> Done:
    """Entered wrongly: the event keeps that it stood; the points follow at the next settlement."""
    known = Exemption.objects.filter(committee_id=seat.committee_id, pk=exemption)
    row = known.select_related("person").first()
    if row is None:
        raise refuse("没有找到这条免评，可能已经撤销。")
    if row.person_id == seat.person_id:
        raise refuse("不能办自己的免评。")
    tell(row, f"已撤销免评：{row.get_reason_display()}，{row.since} 至 {row.until}。")
    detail = {"person": row.person_id, "year": row.year, "reason": row.reason,
              "since": row.since, "until": row.until}  # fmt: skip
    who = row.person
    row.delete()
    return Done(case=who, detail=detail, result=(detail["person"], detail["year"]))


def tell(row: Exemption, text: str) -> None:
    """The person hears of it, to contest it while it is fresh."""
    post(
        committee_id=row.committee_id,
        to=[row.person_id],
        kind="points.exempt",
        text=text,
        case=row,
        url=reverse("record", args=[row.person_id, row.year]),
    )
