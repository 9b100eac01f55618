"""Who may, in a sentence each."""

from ...procedures.seat import Role, Seat
from ..models import FundLine, Subject

OFFICE = (Role.SUPERVISOR, Role.CLERK, Role.ORGANISER)


def office(seat: Seat, case: Subject | FundLine) -> str | None:
    """督办机构、提案委或专委会工作人员。"""
    return None if seat.has(*OFFICE) else "只有督办机构、提案委或专委会工作人员可以。"


def owner_or_office(seat: Seat, case: Subject) -> str | None:
    """责任单位，或上面的人。"""
    if case.unit_id in seat.units or seat.has(*OFFICE):
        return None
    return "只有责任单位、督办机构、提案委或专委会工作人员可以。"


def unit_of_line(seat: Seat, case: FundLine) -> str | None:
    """这笔资金所在的县区或单位。"""
    return None if case.unit_id in seat.units else "原因由这笔资金所在的县区或单位自己说明。"


def line_people(seat: Seat, case: FundLine) -> str | None:
    """县区、单位自己，或督办机构。"""
    if case.unit_id in seat.units or seat.has(*OFFICE):
        return None
    return "只有这笔资金所在的县区、单位或督办机构可以记。"
