"""Who may, in a sentence each."""

from ...procedures.seat import Seat
from ..people import OFFICE


def office(seat: Seat, case: object) -> str | None:
    """提案委或专委会工作人员。"""
    return None if seat.has(*OFFICE) else "专项由提案委或专委会工作人员管。"
