"""When: what must hold, else the sentence that says what is missing and who can mend it."""

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Request, Task

CLOSED = ("reported", "verified", "dropped")


def not_settled(seat: Seat, case: Task) -> str | None:
    """承办单位没有裁定过。"""
    return "承办单位已经由督办机构裁定，请签收办理；确有困难请当面说明。" if case.settled else None


def undivided(seat: Seat, case: Task) -> str | None:
    """没有分解。"""
    if any(part.state != "dropped" for part in case.parts.all()):
        return "这件任务已经分解，进度由分解的各项算出，请到各项里报。"
    return None


def parts_done(seat: Seat, case: Task) -> str | None:
    """分解的各项都已报结。"""
    left = sum(part.state not in CLOSED for part in case.parts.all())
    return f"分解的事项还有 {left} 项没有报结，都报结后才能报总的。" if left else None


def parts_verified(seat: Seat, case: Task) -> str | None:
    """分解的各项都已核实销号；取消的不算。"""
    left = [part.title for part in case.parts.all() if part.state not in ("verified", "dropped")]
    if not left:
        return None
    return (
        f"分解的事项还有 {len(left)} 项没有核实销号（{left[0][:30]}{' 等' if left[1:] else ''}），"
        "各项都销号或取消后，整件才能销号。"
    )


def not_expired(seat: Seat, case: Task) -> str | None:
    """还没有逾期。"""
    if case.due_on is None:
        return "这件没有时限，不用申请延期。"
    if case.due_on < today():
        return "已经逾期，不能再申请延期；请说明滞后原因，由督办机构改时限。"
    return None


def open_time(case: Task) -> Request | None:
    """The request for more time that waits for an answer."""
    rows = (r for r in case.requests.all() if r.state == Request.State.OPEN)
    return next((r for r in rows if r.kind == Request.Kind.TIME), None)


def no_open_request(seat: Seat, case: Task) -> str | None:
    """没有在等答复的延期申请。"""
    return "上一次延期申请还在等督办机构答复。" if open_time(case) else None


def more_time_asked(seat: Seat, case: Task) -> str | None:
    """单位申请了延期。"""
    return None if open_time(case) else "单位没有在等答复的延期申请。"
