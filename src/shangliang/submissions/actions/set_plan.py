"""督办方案: agreed with the unit, approved by the leader in charge (docs/field.md 1.10)."""

from datetime import date

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Assignment, KeyListing, Submission
from ..people import staff_of


@verb(PROPOSAL, "set_plan", Submission)
def set_plan(
    case: Submission,
    seat: Seat,
    *,
    plan: str,
    agreed_on: date | None = None,
    way: str = "",
    outcome: str = "",
) -> Done:
    """Write the plan, the way of supervision and, later, its outcome; units are told."""
    listing = KeyListing.objects.filter(committee_id=case.committee_id, submission=case).first()
    if listing is None:
        raise refuse("这件还没有列为重点，先“列为重点”再定督办方案。")
    if not plan.strip():
        raise refuse("请写明督办什么、分几步、什么时候看结果。")
    if agreed_on and agreed_on > today():
        raise refuse("商定日期不能晚于今天。")
    listing.plan, listing.plan_agreed_on = plan.strip(), agreed_on
    listing.way, listing.outcome = way.strip()[:60], outcome.strip()
    listing.save()
    units = list(
        Assignment.objects.filter(committee_id=case.committee_id, submission=case)
        .exclude(state__in=["returned", "dropped"])
        .values_list("unit_id", flat=True)
    )
    post(
        committee_id=case.committee_id,
        to=[listing.leader_id, *staff_of(units, case.committee_id)],
        kind="proposal.set_plan",
        text=f"重点提案督办方案已定：{case.number_label}《{case.title}》",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(detail={"agreed": bool(agreed_on), "outcome": bool(listing.outcome)})
