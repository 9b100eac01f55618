"""Who may do what about talks and questions, and what must hold, in a sentence each."""

from ...procedures.seat import Role, Seat
from ..alike import alike
from ..models import Doubt, Lecture
from .who import DESK

CHECKERS = (*DESK, Role.CLERK, Role.SECOND_REVIEWER, Role.LEADER)


def keeper(seat: Seat, case: Lecture | Doubt) -> str | None:
    """信息编辑或专委会工作人员。"""
    return None if seat.has(*DESK) else "宣讲由信息编辑或专委会工作人员安排。"


def keeper_or_speaker(seat: Seat, case: Lecture) -> str | None:
    """工作人员或宣讲人本人。"""
    if seat.has(*DESK) or seat.person_id == case.speaker_id:
        return None
    return "由工作人员或宣讲人本人办。"


def answerer(seat: Seat, case: Doubt) -> str | None:
    """请到的单位；没有请单位的，宣讲人或工作人员。"""
    if case.unit_id is not None:
        return None if case.unit_id in seat.units else f"这一条请{case.unit}答。"
    if seat.has(*DESK) or seat.person_id == case.lecture.speaker_id:
        return None
    return "由宣讲人、工作人员或请到的单位答。"


def checker(seat: Seat, case: Doubt) -> str | None:
    """政协机关里解答的人以外的一位。"""
    return None if seat.has(*CHECKERS) else "解答由政协机关的人审。"


def other_hand(seat: Seat, case: Doubt) -> str | None:
    """Who answered does not check."""
    if case.answered_by_id == seat.person_id:
        return "解答的人不审自己的解答，请另一位审。"
    return None


def has_alike(seat: Seat, case: Doubt) -> str | None:
    """Something alike was answered and published."""
    return None if alike(case) else "没有找到答过的相近问题。"
