"""年度协商计划：年度总结."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Plan
from ..planning import step
from ..presets import plan_forms


@verb(PLAN, "close_plan", Plan)
def close_plan(case: Plan, seat: Seat, *, note: str) -> Done:
    """The year's summary, with what was not done and why."""
    works = [key for key, form in plan_forms().items() if not form.meeting]
    open_lines = case.items.filter(dropped_on__isnull=True).exclude(
        consultations__state__in=["held", "recorded", "answered", "closed"]
    )
    carried = case.items.filter(form__in=works).exclude(milestones__done_on__isnull=True)
    left = list(open_lines.exclude(pk__in=carried).values_list("number", flat=True))
    if left and len(note.strip()) < 10:
        raise refuse(
            f"第 {'、'.join(map(str, left))} 项没有开，请在总结里写明原因（至少 10 个字）。"
        )
    if not note.strip():
        raise refuse("请写年度总结。")
    return Done(about=step(case, seat, "close", "政协办公室", today(), "", note))
