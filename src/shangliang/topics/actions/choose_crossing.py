"""定一条措施."""

from datetime import date

from django.db import IntegrityError, transaction

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..analyses import sheet
from ..intake import keep_secrets_out
from ..models import Measure

DECIDERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER)


@act("analysis.choose", "定一条措施", *DECIDERS)
def choose_crossing(
    seat: Seat,
    *,
    analysis: int,
    helps: int,
    problem: int,
    text: str,
    owner: int,
    due_on: date | None = None,
) -> Done:
    """A crossing becomes a measure: a task of a unit, which signs for it."""
    row = sheet(seat, analysis)
    one = row.factors.filter(pk=helps, kind__in=["strength", "chance"]).first()
    other = row.factors.filter(pk=problem, kind="problem").first()
    if one is None or other is None:
        raise refuse("请选一条优势（或机遇）和一条问题。")
    if len(text.strip()) < 4:
        raise refuse("请写怎么办。")
    if not Actor.objects.filter(committee_id=row.committee_id, pk=owner, active=True).exists():
        raise refuse("负责的单位不在本级名册里。")
    keep_secrets_out(text)
    try:
        with transaction.atomic():
            measure = Measure.objects.create(
                committee_id=row.committee_id,
                analysis=row,
                helps=one,
                problem=other,
                text=text.strip()[:200],
                owner_id=owner,
                due_on=due_on,
            )
    except IntegrityError:
        raise refuse("这一格已经定了措施。") from None
    measure.task = assign_task(
        seat,
        title=measure.text,
        owner=owner,
        due_on=due_on,
        basis=f"{row.title}：{one.text} × {other.text}"[:200],
        source_type="analysis",
        source_id=row.pk,
    )
    measure.save(update_fields=["task"])
    return Done(case=row, about=measure, detail={"unit": owner})
