"""Who may, in a sentence each."""

from typing import Any

from ...procedures.seat import Role, Seat
from ..models import QuizEntry, StudyDuty, StudyPaper
from ..who import KEEPERS, LEARNERS


def keeper(seat: Seat, case: Any) -> str | None:
    """专委会工作人员或提案委工作人员。"""
    return None if seat.has(*KEEPERS) else "只有专委会或提案委的工作人员可以。"


def learner(seat: Seat, case: StudyDuty) -> str | None:
    """要学的本人。"""
    return None if case.person_id == seat.person_id else "只有要学的本人可以。"


def author(seat: Seat, case: StudyPaper) -> str | None:
    """写文章的人。"""
    return None if case.author_id == seat.person_id else "只有写文章的人自己可以。"


def reader(seat: Seat, case: StudyPaper) -> str | None:
    """看文章的人：工作人员、政协领导，刊出的委员也可以。"""
    if seat.has(*KEEPERS, Role.LEADER):
        return None
    if case.state == "published" and seat.has(*LEARNERS):
        return None
    return "没有刊出的文章，只有工作人员和政协领导可以写意见。"


def author_or_keeper(seat: Seat, case: StudyPaper) -> str | None:
    """写文章的人或工作人员。"""
    if case.author_id == seat.person_id or seat.has(*KEEPERS):
        return None
    return "只有写文章的人或工作人员可以。"


def player(seat: Seat, case: QuizEntry) -> str | None:
    """答题的本人。"""
    return None if case.person_id == seat.person_id else "只有答题的本人可以。"


def anybody(seat: Seat, case: Any) -> str | None:
    """参加学习的人。"""
    return None if seat.has(*LEARNERS) else "只有委员和政协机关的人可以。"
