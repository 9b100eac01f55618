"""记做了的事: by hand only what the system does not count by itself."""

from datetime import date, timedelta

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.reach import REACH
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..limits import plain_matter
from ..models import Effort, PlanLine, Team
from ..words import EFFORTS

# Rows an effort may rest on; activities held by the body are counted without being entered.
RESTS_ON = {"activity": "活动", "proposal": "提案", "voice": "来声", "topic": "议题"}
OLDEST = timedelta(days=400)


@verb(TEAM, "add_effort", Team)
def add_effort(
    case: Team,
    seat: Seat,
    *,
    kind: str,
    title: str,
    on: date,
    text: str = "",
    people: int | None = None,
    line: int | None = None,
    source_type: str = "",
    source_id: int | None = None,
    useful: int = 0,
    fair: int = 0,
    useless: int = 0,
) -> Done:
    """``line``: the plan line it fulfils. ``source_*``: a row the seat may itself see.

    ``useful``, ``fair``, ``useless``: how many of those who came said so, on the spot.
    """
    if kind not in EFFORTS:
        raise refuse("请选做什么。")
    if not title.strip():
        raise refuse("请写做了什么。")
    if on > today():
        raise refuse("还没有做的请列入计划，这里记做了的。")
    if on < today() - OLDEST:
        raise refuse("一年多以前的不在这里补记。")
    if people is not None and useful + fair + useless > people:
        raise refuse(
            f"说管用、一般、没用的加起来有 {useful + fair + useless} 人，比参加的 {people} 人多。"
        )
    plain_matter(title, text)
    planned = None
    if line:
        planned = PlanLine.objects.filter(
            committee_id=case.committee_id, team=case, pk=line, dropped_why=""
        ).first()
        if planned is None:
            raise refuse("计划里没有这一项。", "wall")
    if source_type or source_id:
        if source_type not in RESTS_ON or not source_id:
            raise refuse("请写清是哪一类的哪一件，两格都要填。")
        if not REACH[source_type](seat).filter(pk=source_id).exists():
            raise refuse(f"没有找到号码是 {source_id} 的{RESTS_ON[source_type]}。", "when")
        same = Effort.objects.filter(
            committee_id=case.committee_id, team=case, source_type=source_type,
            source_id=source_id, void_why="",
        )  # fmt: skip
        if same.exists():
            raise refuse("这一件已经记过，不重复计。")
    row = Effort.objects.create(
        committee_id=case.committee_id, team=case, line=planned, kind=kind, on=on,
        title=title.strip()[:120], text=text.strip()[:500], people=people,
        source_type=source_type, source_id=source_id, by_id=seat.person_id, useful=useful, fair=fair, useless=useless,
    )  # fmt: skip
    return Done(about=row, detail={"kind": kind, "on": on})
