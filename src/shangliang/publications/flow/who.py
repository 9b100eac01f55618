"""Who may, in a sentence each."""

from ...procedures.seat import Role, Seat
from ..book import steps
from ..models import Gazette, Piece

DESK = (Role.EDITOR, Role.ORGANISER)
REVIEWERS = (
    Role.EDITOR,
    Role.ORGANISER,
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.LEADER,
)
UNITS = (Role.UNIT_STAFF, Role.UNIT_HEAD)


def desk(seat: Seat, case: Piece) -> str | None:
    """信息编辑或专委会工作人员。"""
    return None if seat.has(*DESK) else "由信息编辑或专委会工作人员办。"


def editor(seat: Seat, case: Gazette) -> str | None:
    """信息编辑。"""
    return None if seat.has(Role.EDITOR) else "由信息编辑编排。"


def of_step(seat: Seat, code: str) -> str | None:
    step = steps()[code]
    return None if seat.has(*step.roles) else f"{step.name}由{step.names}做。"


def first(seat: Seat, case: Piece) -> str | None:
    """初审的人。"""
    return of_step(seat, "first")


def second(seat: Seat, case: Piece) -> str | None:
    """复审的人。"""
    return of_step(seat, "second")


def final(seat: Seat, case: Piece | Gazette) -> str | None:
    """政协领导（终审）。"""
    return of_step(seat, "final")


def reviewer(seat: Seat, case: Piece) -> str | None:
    """轮到审这一步的人；审定以后是终审的人。"""
    return of_step(seat, case.state if case.state in steps() else "final")


def publisher(seat: Seat, case: Piece) -> str | None:
    """信息编辑、专委会工作人员或政协领导。"""
    return None if seat.has(*DESK, Role.LEADER) else "由信息编辑、专委会工作人员或政协领导发布。"


def taker(seat: Seat, case: Piece) -> str | None:
    """单位自己，或者编辑替来函的地方记。"""
    return None if seat.has(*DESK, *UNITS) else "由采用的单位自己说，或由编辑按来函记下。"
