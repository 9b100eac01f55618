"""Verbs of the yearly plan: start, the bodies' opinions, deciding, adjusting, the year's end."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import Milestone, Plan, PlanStep
from ..presets import plan_forms, routes
from .plan_lines import line, take_out


@act("plan.start", "起草年度协商计划", Role.ORGANISER)
def start_plan(seat: Seat, *, year: int, route: str = "party_decides") -> Done:
    """One plan a year. Returns the Plan."""
    if not 2000 <= year <= 2100:
        raise refuse("请写年度，例如 2027。")
    if route not in routes():
        raise refuse("请选审定程序。")
    if Plan.objects.filter(committee_id=seat.committee_id, year=year):
        raise refuse(f"{year} 年已经有一份计划，请打开它接着做。")
    plan = Plan.objects.create(
        committee_id=seat.committee_id,
        year=year,
        title=f"{year}年度协商工作计划",
        route=route,
        made_by_id=seat.person_id,
    )
    return Done(case=plan, detail={"year": year})


def step(case: Plan, seat: Seat, key: str, body: str, on: date, paper: str, note: str) -> PlanStep:
    """What a body said, on a day that has come."""
    if on > today():
        raise refuse("日期不能晚于今天。")
    return PlanStep.objects.create(
        committee_id=case.committee_id,
        plan=case,
        key=key,
        body=body[:80],
        on=on,
        paper=paper.strip()[:80],
        note=note.strip()[:1000],
        by_id=seat.person_id,
    )


@verb(PLAN, "send_for_amendment", Plan)
def send_for_amendment(case: Plan, seat: Seat) -> None:
    """Sent to the bodies of its route; their opinions are recorded as they come."""


@verb(PLAN, "record_opinion", Plan)
def record_opinion(
    case: Plan, seat: Seat, *, body: str, on: date, note: str, paper: str = ""
) -> Done:
    """One body's opinion on the draft."""
    if body not in routes()[case.route].amend:
        raise refuse("请选程序里规定的机构。")
    if not note.strip():
        raise refuse("请写意见；没有意见写“无意见”。")
    return Done(about=step(case, seat, "amend", body, on, paper, note))


@verb(PLAN, "consider_plan", Plan)
def consider_plan(case: Plan, seat: Seat, *, on: date, paper: str, note: str = "") -> Done:
    """The chairpersons' meeting considered it."""
    if not paper.strip():
        raise refuse("请写是第几次主席会议。")
    body = routes()[case.route].consider
    return Done(about=step(case, seat, "consider", body, on, paper, note))


@verb(PLAN, "return_plan", Plan)
def return_plan(case: Plan, seat: Seat, *, reason: str) -> None:
    """Back for amending, with what must change."""
    if not reason.strip():
        raise refuse("请写明退回改什么。")
    step(case, seat, "return", routes()[case.route].decide, today(), "", reason)


@verb(PLAN, "decide_plan", Plan)
def decide_plan(case: Plan, seat: Seat, *, on: date, paper: str, note: str = "") -> Done:
    """Decided by the body of the route; without its paper number there is no decision."""
    if not paper.strip():
        raise refuse("请写审定的会议或文号，没有它不算审定。")
    last = case.steps.filter(key="consider").order_by("-id").first()
    if last and on < last.on:
        raise refuse("审定的日期不能早于主席会议审议的日期。")
    body = routes()[case.route].decide
    return Done(about=step(case, seat, "decide", body, on, paper, note))


@verb(PLAN, "adjust_item", Plan)
def adjust_item(
    case: Plan,
    seat: Seat,
    *,
    item: int,
    paper: str,
    reason: str,
    window_from: date,
    window_to: date,
    drop: bool = False,
) -> Done:
    """After the decision a line changes only on the paper of who decided it."""
    if not paper.strip() or not reason.strip():
        raise refuse("审定后的调整要写依据（会议或文号）和理由。")
    row = line(case, item)
    if window_to < window_from:
        raise refuse("窗口的止不能早于起。")
    step(case, seat, "adjust", routes()[case.route].decide, today(), paper, reason)
    if drop:
        take_out(row, f"{reason.strip()}（{paper.strip()}）")
    else:
        row.window_from, row.window_to = window_from, window_to
        row.save(update_fields=["window_from", "window_to"])
    return Done(about=row, detail={"number": row.number, "dropped": drop})


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


@act("plan.tick", "记节点完成", Role.ORGANISER)
def tick_milestone(seat: Seat, *, milestone: int, done_on: date | None = None) -> Done:
    """A node is done on a day; a missed one shows red until then."""
    row = (
        Milestone.objects.filter(committee_id=seat.committee_id, pk=milestone)
        .select_related("item__plan")
        .first()
    )
    if row is None:
        raise refuse("没有这个节点。", "wall")
    if row.done_on:
        raise refuse("这个节点已经记过完成了。")
    on = done_on or today()
    if on > today():
        raise refuse("完成日不能晚于今天。")
    row.done_on = on
    row.save(update_fields=["done_on"])
    return Done(case=row.item.plan)
