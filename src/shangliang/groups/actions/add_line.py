"""列入计划: what the team means to do this year, by when, and who called for it."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import PlanLine, Team
from ..words import EFFORTS


@verb(TEAM, "add_line", Team)
def add_line(
    case: Team,
    seat: Seat,
    *,
    kind: str,
    title: str,
    due_on: date,
    level: str = "own",
    basis: str = "",
) -> Done:
    """The year is that of ``due_on``. A call from above names its paper."""
    if kind not in EFFORTS:
        raise refuse("请选做什么。")
    if not title.strip():
        raise refuse("请写事项。")
    if level not in PlanLine.Level.values:
        raise refuse("请选谁部署的。")
    if level != "own" and not basis.strip():
        raise refuse("上级部署的，请写依据的文件或会议。")
    if not today().year <= due_on.year <= today().year + 1:
        raise refuse("计划只列今年和明年的。")
    line = PlanLine.objects.create(
        committee_id=case.committee_id, team=case, year=due_on.year, kind=kind,
        title=title.strip()[:120], due_on=due_on, level=level, basis=basis.strip()[:120],
    )  # fmt: skip
    return Done(about=line, detail={"kind": kind, "due": due_on})
