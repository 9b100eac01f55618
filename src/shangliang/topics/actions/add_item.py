"""年度协商计划：加一项."""

from collections.abc import Sequence
from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan, Topic
from ..plan_lines import add_line, checked


@verb(PLAN, "add_item", Plan)
def add_item(
    case: Plan,
    seat: Seat,
    *,
    title: str,
    form: str,
    lead: int,
    window_from: date,
    window_to: date,
    aim: str = "",
    joint: str = "",
    topic: int | None = None,
    source_line: str = "",
    deployment: int | None = None,
    milestones: Sequence[tuple[str, date]] = (),
) -> Done:
    """One line; a chosen topic becomes "列入计划". Returns the PlanItem."""
    actor = checked(case, title, form, lead, window_from, window_to)
    chosen = None
    if topic:
        chosen = Topic.objects.filter(
            committee_id=case.committee_id, pk=topic, state="chosen"
        ).first()
        if chosen is None:
            raise refuse("只有选定的议题可以列入计划。")
    item = add_line(
        case, chosen, title, form, actor, (window_from, window_to), aim=aim, joint=joint,
        source_line=source_line, milestones=milestones,
        deployment_id=deployment or (chosen.deployment_id if chosen else None),
    )  # fmt: skip
    if chosen:
        chosen.state = "planned"
        chosen.save(update_fields=["state"])
    return Done(about=item, detail={"number": item.number, "form": form}, result=item)
