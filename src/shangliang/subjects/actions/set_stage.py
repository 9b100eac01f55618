"""定状态: 招商、开工、在建、竣工投产, each with its real date (S-171)."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import STAGES, SUBJECT
from ..models import Subject


@verb(SUBJECT, "set_stage", Subject)
def set_stage(case: Subject, seat: Seat, *, stage: str, on: date | None = None) -> Done:
    """``on``: the day it came about; a project may also fall back, which shows in its log."""
    if stage not in STAGES:
        raise refuse("请选招商、开工、在建或竣工投产。")
    if stage == case.state:
        raise refuse("状态没有变。")
    day = on or today()
    if day > today():
        raise refuse("日期不能晚于今天；还没到的写在计划里。")
    if stage in ("begun", "building"):
        case.started_on = case.started_on or day
        case.ended_on = None
    elif stage == "done":
        if case.started_on and day < case.started_on:
            raise refuse("竣工不能早于开工。")
        case.ended_on = day
    else:
        case.started_on = case.ended_on = None
    return Done(to=stage, detail={"on": day})
