"""Who does what in the cycle of a meeting."""

from ...procedures.seat import Role, Seat

DESK = (Role.CLERK, Role.SUPERVISOR, Role.ORGANISER)
READERS = (*DESK, Role.SECOND_REVIEWER, Role.LEADER)
UNIT = (Role.UNIT_STAFF, Role.UNIT_HEAD)
ALL = (*READERS, *UNIT)


def desk(seat: Seat, case: object) -> str | None:
    """提案委、督办机构、专委会工作人员。"""
    return None if seat.has(*DESK) else "只有提案委、督办机构或专委会工作人员可以。"
