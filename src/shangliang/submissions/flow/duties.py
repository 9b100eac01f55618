"""When: conditions of a unit's duty: returns, extensions, pauses. ``None``: it holds."""

from ...procedures.clocks import find
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..models import Assignment


# 申退: before a cut-off, late requests are not accepted (docs/field.md 1.6, Yulin). The assigning
# office may refuse, and then the unit handles it.
def return_window_open(seat: Seat, case: Assignment) -> str | None:
    if any(r.state == "refused" for r in case.returns.all()):
        return "申退已答复“不同意”，请照办。仍有异议的，请单位负责人书面向交办机构说明。"
    clock = find(case, "return")
    if clock and clock.due_on >= today():
        return None
    return "申退期限已过，逾期不受理。确有困难请与督办机构联系。"


def return_open(seat: Seat, case: Assignment) -> str | None:
    return None if any(r.state == "open" for r in case.returns.all()) else "没有待答复的申退。"


# Extension must be asked before expiry, with a reason (docs/field.md 1.7).
def before_expiry(seat: Seat, case: Assignment) -> str | None:
    clock = find(case, "reply")
    if clock is None:
        return "没有正在计的答复时限。"
    if clock.paused_on:
        return "时限已暂停，恢复后再申请。"
    return None if clock.due_on >= today() else "时限已过，延期须在到期前申请。"


def extensions_left(seat: Seat, case: Assignment) -> str | None:
    """So many times a limit: a later round has a limit, and extensions, of its own."""
    rows, clock = case.extensions.all(), find(case, "reply")
    if any(row.state == "open" for row in rows):
        return "已有一项延期申请等候答复。"
    used = sum(row.state == "granted" and row.clock_id == (clock and clock.pk) for row in rows)
    times = case.rules.extension_times
    return None if used < times else f"规程只许延期 {times} 次。"


def extension_open(seat: Seat, case: Assignment) -> str | None:
    if any(row.state == "open" for row in case.extensions.all()):
        return None
    return "没有待答复的延期申请。"


def clock_runs(seat: Seat, case: Assignment) -> str | None:
    found = find(case, "reply")
    return None if found and found.paused_on is None else "答复时限没有在计。"


def clock_paused(seat: Seat, case: Assignment) -> str | None:
    found = find(case, "reply")
    return None if found and found.paused_on else "答复时限没有暂停。"


def answers_itself(seat: Seat, case: Assignment) -> str | None:
    return None if case.answers_itself else "会办单位向主办单位提交会办意见，不单独答复。"


def is_co_unit(seat: Seat, case: Assignment) -> str | None:
    return "只有会办单位提交会办意见。" if case.answers_itself else None
