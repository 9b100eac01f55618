"""举措的动作: report, check, judge the effect, make a task of it, move its date, drop."""

from datetime import date

from ...engines.indicators.cells import MIN_COUNT
from ...journal.kinds import type_of
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import assign_task
from ..asked import asked_of
from ..flow import MEASURE
from ..models import Measure, Pulse
from ..telling import keepers, staff, tell

EFFECTS = {"unknown": "尚不知道", "effective": "见效", "partly": "部分见效", "not": "未见效"}


@verb(MEASURE, "report_measure", Measure)
def report_measure(case: Measure, seat: Seat, *, result: str) -> Done:
    """The owner says what was done; it is called self-reported until somebody else looked."""
    if not result.strip():
        raise refuse("请写做了什么、到了什么程度。")
    case.result, case.done_on, case.reported_by_id = result.strip(), today(), seat.person_id
    tell(
        case.gap,
        keepers(case.committee_id),
        "reported",
        f"{case.owner}报举措做到，请核实：{case}",
        True,
    )
    return Done(case=case.gap, detail={"owner": case.owner_id})


@verb(MEASURE, "ask_people", Measure)
def ask_people(case: Measure, seat: Seat, *, pulse: int, least: int) -> Done:
    """Those it is for are asked by a short survey; until ``least`` of them answered it is not found done (S-037)."""
    found = Pulse.objects.filter(pk=pulse, committee_id=seat.committee_id).first()
    if found is None:
        raise refuse("没有找到这次小调查。", "wall")
    if not found.questions or not found.questions[0].get("good"):
        raise refuse("这次小调查的第一题没有标出哪个选项算“好”，看不出群众满不满意。")
    if found.on < case.made_at.date():
        raise refuse("这次小调查在提出举措以前就问了，说明不了效果。请另问一次。")
    if least < MIN_COUNT:
        raise refuse(f"至少要{MIN_COUNT}份：再少就认得出是谁了。")
    case.asked, case.least_answers = found, least
    return Done(case=case.gap, detail={"pulse": found.pk, "least": least})


@verb(MEASURE, "pass_measure", Measure)
def pass_measure(case: Measure, seat: Seat, *, how: str) -> Done:
    """Found done by somebody other than the doer."""
    if not how.strip():
        raise refuse("请写怎么核实的：看了哪里、查了什么。")
    case.how, case.checked_on, case.checked_by_id = how.strip()[:300], today(), seat.person_id
    return Done(case=case.gap, detail={"owner": case.owner_id})


@verb(MEASURE, "return_measure", Measure)
def return_measure(case: Measure, seat: Seat, *, how: str) -> Done:
    """Not done yet; it goes on with its date."""
    if not how.strip():
        raise refuse("请写核实发现了什么。")
    case.how, case.done_on = how.strip()[:300], None
    tell(
        case.gap,
        staff(case.committee_id, [case.owner_id]),
        "returned",
        f"举措没有做到，请继续：{case}",
        True,
    )
    return Done(case=case.gap, detail={"owner": case.owner_id})


@verb(MEASURE, "judge_measure", Measure)
def judge_measure(
    case: Measure, seat: Seat, *, effect: str, how: str, value: str = "", on: date | None = None
) -> Done:
    """What came of it: not yet known is an honest answer; effective needs a figure and its day."""
    if effect not in EFFECTS:
        raise refuse("请选见效、部分见效、未见效或尚不知道。")
    if not how.strip():
        raise refuse("请写凭什么这样判断。")
    if effect in ("effective", "partly"):
        if (asked := asked_of(case)) and not asked.enough:
            raise refuse(f"{asked.words}：够数以前不能判见效，可以先选尚不知道。")
        if not case.baseline.strip():
            raise refuse("这条举措没有写原来是多少，看不出变了没有，不能判见效。")
        if not value.strip() or on is None:
            raise refuse("判见效要写现在是多少、哪天量的。")
    if on and on > today():
        raise refuse("测量日不能晚于今天。")
    case.effect, case.effect_how = effect, how.strip()[:300]
    case.effect_value, case.effect_on, case.effect_by_id = value.strip()[:200], on, seat.person_id
    return Done(case=case.gap, detail={"effect": effect, "owner": case.owner_id})


@verb(MEASURE, "assign_measure", Measure)
def assign_measure(case: Measure, seat: Seat, *, basis: str) -> Done:
    """交办: only this visible act makes a task of a measure (E12)."""
    if not basis.strip():
        raise refuse("请写依据：哪次会议、哪份批示或通报。")
    task = assign_task(
        seat,
        title=case.text,
        owner=case.owner_id,
        due_on=max(case.due_on, today()),
        basis=basis.strip(),
        source_type=type_of(case),
        source_id=case.pk,
        case_type=type_of(case.gap),
        case_id=case.gap_id,
        person_name=case.person_name,
    )
    case.task_id = task.pk
    return Done(case=case.gap, detail={"task": task.pk, "owner": case.owner_id})


@verb(MEASURE, "move_measure", Measure)
def move_measure(case: Measure, seat: Seat, *, due_on: date, why: str) -> Done:
    """Another date, with a reason; the first one stays in sight."""
    if not why.strip():
        raise refuse("请写为什么改时限。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    before, case.due_on = case.due_on, due_on
    return Done(case=case.gap, detail={"due_before": before, "due": due_on})


@verb(MEASURE, "drop_measure", Measure)
def drop_measure(case: Measure, seat: Seat, *, why: str) -> Done:
    """It will not be done; the gap is again without this measure."""
    if not why.strip():
        raise refuse("请写为什么取消。")
    case.how = why.strip()[:300]
    return Done(case=case.gap, detail={"owner": case.owner_id})
