"""Who: each predicate says in a sentence who is missing."""

from ...procedures.seat import Role, Seat
from ..models import Task


def owner(seat: Seat, case: Task) -> str | None:
    """责任单位自己的人。"""
    return None if case.owner_id in seat.units else "只有责任单位的人员可以。"


def judge(seat: Seat, case: Task) -> str | None:
    """销号 needs someone other than the doer (catalogue E11); joint units are doers too."""
    if case.owner_id in seat.units:
        return "责任单位不能给自己核实销号。"
    if not seat.has(Role.SUPERVISOR, Role.CLERK):
        return "只有督办机构或提案委可以核实。"
    if seat.units and case.partners.filter(unit_id__in=seat.units).exists():
        return "协办单位不能给自己核实销号。"
    if case.progress.filter(kind="done", by_id=seat.person_id).exists():
        return "报结的人不能自己核实。"
    return None


def office(seat: Seat, case: Task) -> str | None:
    """督办机构或提案委。"""
    return None if seat.has(Role.SUPERVISOR, Role.CLERK) else "只有督办机构或提案委可以。"


def watch(seat: Seat, case: Task) -> str | None:
    """督办机构、提案委，或者交办它的人。"""
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return None
    if case.assigned_by_id and case.assigned_by_id == seat.person_id:
        return None
    return "只有督办机构、提案委或者交办它的人可以催办。"


def owner_or_office(seat: Seat, case: Task) -> str | None:
    """责任单位，或督办机构。"""
    if owner(seat, case) is None or office(seat, case) is None:
        return None
    return "只有责任单位、督办机构或提案委可以分解。"
