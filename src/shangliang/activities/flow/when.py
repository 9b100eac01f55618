"""Conditions of the verbs on activities."""

from typing import Any

from django.db.models import Sum
from django.utils import timezone

from ...procedures.seat import Seat
from ..models import Activity, Attendance, Finding, Guest, Leave


def began(seat: Seat, case: Activity) -> str | None:
    """活动已经开始。"""
    return None if case.starts_at <= timezone.now() else "活动还没有开始。"


def open_sign_up(seat: Seat, case: Activity) -> str | None:
    """委员都可以报名的活动。"""
    if case.open_to == Activity.OpenTo.INVITED:
        return "这次活动只限受邀的人。"
    return None if case.ends_at > timezone.now() else "活动已经结束，不能再报名。"


def still_open(seat: Seat, case: Attendance) -> str | None:
    """活动还没有结束、没有取消。"""
    if case.activity.state != "open":
        return "活动已经办结或取消。"
    return None if case.activity.ends_at > timezone.now() else "活动已经结束。"


def before_start(seat: Seat, case: Attendance) -> str | None:
    """Leave is asked beforehand; afterwards one explains on one's own record."""
    if case.activity.state != "open" or case.activity.starts_at <= timezone.now():
        return (
            "活动开始以后不能再请假。有原因没能到的，请在“我的履职”里对这一条写明情况，"
            "工作人员核实后更正，两个版本都保留。"
        )
    return None


def leaves_left(seat: Seat, case: Attendance) -> str | None:
    """一次活动的请假次数有限。"""
    most = case.activity.rule.leaves
    asked = sum(row.state != Leave.State.TAKEN_BACK for row in case.leaves.all())
    return None if asked < most else f"这次活动您已经请过 {most} 次假，请打电话给承办的工作人员。"


def optional(seat: Seat, case: Attendance) -> str | None:
    """不是应出席的活动。"""
    return "这是应出席的活动，不能来请用“请假”。" if case.activity.must else None


def room_left(seat: Seat, case: Any) -> str | None:
    """名额还没有满。"""
    row = case.activity if isinstance(case, Attendance) else case
    if row.capacity is None:
        return None
    taken = Attendance.objects.filter(activity=row, state="going").count()
    if row.open_to == Activity.OpenTo.PUBLIC:
        guests = Guest.objects.filter(activity=row, state="coming").aggregate(n=Sum("people"))
        taken += guests["n"] or 0
    return None if taken < row.capacity else f"名额 {row.capacity} 个已满。"


def closed(seat: Seat, case: Attendance) -> str | None:
    """活动已经办结；办结以前直接补签。"""
    return None if case.activity.state == "closed" else "活动办结以前，请直接在名单上签到。"


def supervisory(seat: Seat, case: Finding) -> str | None:
    """监督性视察发现的问题。"""
    if case.kind != Finding.Kind.PROBLEM:
        return "好做法和建议不用复查，归档即可。"
    return None


def has_unit(seat: Seat, case: Finding) -> str | None:
    """已写明有关单位。"""
    return None if case.unit_id else "还没有写明有关单位。"


def no_task(seat: Seat, case: Finding) -> str | None:
    """还没有转为任务。"""
    return "已经转为任务，进展在任务里看。" if case.task_id else None


def not_supervised(seat: Seat, case: Finding) -> str | None:
    """Problems of a supervisory inspection are not filed away (S-022)."""
    activity = case.activity
    if case.kind == Finding.Kind.PROBLEM and activity and activity.kind == "supervision":
        return "监督性视察发现的问题，要第二次到场、有前后两张照片才能销号。"
    return None


def is_over(seat: Seat, case: Attendance) -> str | None:
    """活动已经办结。"""
    return None if case.activity.state == "closed" else "活动办结以后再说。"
