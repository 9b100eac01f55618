"""When, in a sentence each."""

from ...procedures.seat import Seat
from ..failures import failures_of
from ..models import FundLine, Subject


def is_project(seat: Seat, case: Subject) -> str | None:
    """是项目。"""
    if case.kind in (Subject.Kind.PROJECT, Subject.Kind.PARK):
        return None
    return "只有项目和园区才有招商、开工、在建、竣工四种状态。"


def is_blocked(seat: Seat, case: Subject) -> str | None:
    """有卡点。"""
    return None if case.blocker else "没有登记的卡点。"


def failing(seat: Seat, case: FundLine) -> str | None:
    """没有到位，或者到位没有支出。"""
    if failures_of(case):
        return None
    if not case.due and not case.arrived:
        return "还没有记应到位、到位，没有可问的。"
    return "这一笔已经到位，支出也正常，不用说明。"


def is_asked(seat: Seat, case: FundLine) -> str | None:
    """要求过说明。"""
    return None if case.asked_on else "没有要求说明。"
