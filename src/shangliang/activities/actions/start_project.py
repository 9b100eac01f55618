"""立课题."""

from datetime import date

from django.db.models import QuerySet

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Project
from ..project import STAFF


@act("project.start", "立课题", *STAFF)
def start_project(
    seat: Seat,
    *,
    title: str,
    question: str,
    leader: int,
    starts_on: date,
    ends_on: date | None = None,
    host: int | None = None,
) -> Done:
    """A topic with the question it is to answer and who leads it. Returns the :class:`Project`."""
    if not title.strip() or not question.strip():
        raise refuse("请写题目和要弄清什么。")
    if ends_on and ends_on < starts_on:
        raise refuse("止期不能早于起期。")
    ours: QuerySet[Actor] = Actor.objects.filter(committee_id=seat.committee_id)
    if not ours.filter(pk=leader, kind=Actor.Kind.PERSON).exists():
        raise refuse("牵头人不在本政协。")
    if host is not None and not ours.filter(pk=host).exists():
        raise refuse("承办的机构不在本政协。")
    row = Project.objects.create(
        committee_id=seat.committee_id,
        title=title.strip()[:120],
        question=question.strip()[:2000],
        leader_id=leader,
        host_id=host,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return Done(case=row)
