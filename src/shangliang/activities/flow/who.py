"""Who does what with activities."""

from typing import Any

from ...procedures.seat import Role, Seat
from ..models import Activity, Attendance, Finding
from ..queries import manages


def manager(seat: Seat, case: Any) -> str | None:
    """承办活动的工作人员。"""
    row = case.activity if isinstance(case, Attendance | Finding) else case
    if row is None:
        return None if seat.has(Role.ORGANISER, Role.CLERK) else "只有承办活动的工作人员可以。"
    return None if manages(seat, row) else "只有承办活动的工作人员可以。"


def own(seat: Seat, case: Attendance) -> str | None:
    """受邀的本人。"""
    return None if case.person_id == seat.person_id else "只有受邀的本人可以。"


def grants_leave(seat: Seat, case: Attendance) -> str | None:
    """Who may grant leave is the kind's rule; nobody grants one's own."""
    if case.person_id == seat.person_id:
        return "不能批自己的假。"
    wanted = [Role(key) for key in case.activity.rule.leave_by]
    if seat.has(*wanted) and (seat.has(Role.LEADER) or manages(seat, case.activity)):
        return None
    names = "、".join(role.label for role in wanted)
    return f"{case.activity.rule.label}的请假由{names}批准。"


def anybody(seat: Seat, case: Activity) -> str | None:
    """委员，或受邀的人。"""
    if seat.has(Role.MEMBER) or listed(seat, case):
        return None
    return "只有委员和受邀的人可以签到。"


def member(seat: Seat, case: Activity) -> str | None:
    """委员。"""
    return None if seat.has(Role.MEMBER) else "只有委员可以报名。"


def listed(seat: Seat, case: Activity) -> bool:
    return Attendance.objects.filter(activity=case, person_id=seat.person_id).exists()


def was_asked(seat: Seat, case: Activity) -> str | None:
    """受邀或到场的人。"""
    if manages(seat, case) or listed(seat, case):
        return None
    return "只有受邀或到场的人可以写。"


def unit_named(seat: Seat, case: Finding) -> str | None:
    """被指出的单位的人员。"""
    return None if case.unit_id in seat.units else "只有被指出的单位的人员可以答复。"


def judge(seat: Seat, case: Finding) -> str | None:
    """The unit that was told does not close its own finding (catalogue E11)."""
    if case.unit_id is not None and case.unit_id in seat.units:
        return "被指出的单位不能给自己销号。"
    if seat.has(Role.ORGANISER, Role.CLERK, Role.SUPERVISOR):
        return None
    return "只有承办活动的工作人员或督办人员可以复查。"


def opens(seat: Seat, case: Activity) -> str | None:
    """承办不限受邀的活动的工作人员。"""
    if case.open_to == Activity.OpenTo.INVITED:
        return "只限受邀的活动，请用“邀请”。"
    return manager(seat, case)
