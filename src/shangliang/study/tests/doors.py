"""Who comes in at each address of this room."""

from typing import Any

from shangliang.accounts.tests.door import MEMBER, OFFICE, Door
from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today

from ..actions.enter_quiz import enter_quiz
from ..actions.make_needs import make_needs
from ..actions.start_paper import start_paper
from . import helpers
from .helpers import do

KEEPS = OFFICE | {"organiser"}
LEARNS = KEEPS | MEMBER | {"leader", "editor", "convenor", "drafter", "approver"}
DOORS = {
    "study": Door(LEARNS),
    "study-record": Door(LEARNS),
    "study-plans": Door(LEARNS),
    "study-plan-new": Door(KEEPS),
    "study-plan": Door(LEARNS),
    "study-layers": Door(KEEPS),
    "study-layer": Door(KEEPS),
    "study-item": Door(LEARNS),
    "study-reading": Door(LEARNS),
    "study-papers": Door(LEARNS),
    "study-paper-new": Door(LEARNS),
    "study-paper": Door(LEARNS),
    "study-banks": Door(KEEPS),
    "study-bank": Door(KEEPS),
    "study-bank-import": Door(KEEPS),
    "study-bank-sheet": Door(KEEPS),
    "quizzes": Door(LEARNS),
    "quiz-new": Door(KEEPS),
    "quiz": Door(LEARNS),
    "quiz-sheet": Door(LEARNS),
    "quiz-save": Door(LEARNS, "post"),
    "quiz-board": Door(LEARNS),
    "quiz-certificate": Door(LEARNS, missing=True),
    "quiz-review": Door(LEARNS),
    "study-practice": Door(LEARNS),
    "study-training": Door(LEARNS),
    "study-need": Door(LEARNS),
    "study-people": Door(KEEPS),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A plan with a reading, a published paper, a bank, a contest one person has begun, a survey."""
    seat = city.seat("organiser")
    plan = helpers.plan(city)
    item = helpers.item(city, plan, kind="reading", open_=True)
    paper = start_paper(city.seat("member"), title="体会", text="文", consent=True)
    do("studypaper", "hand_paper", city.seat("member"), paper)
    do("studypaper", "publish_paper", seat, paper)
    bank = helpers.bank(city)
    quiz = helpers.quiz(city, bank)
    enter_quiz(city.seat("member"), quiz=quiz.pk)
    survey = make_needs(seat, title="想学什么", matters=["甲", "乙"], until=today())
    do("needssurvey", "open_needs", seat, survey)
    one = {"pk": quiz.pk}
    return {
        "study-plan": {"pk": plan.pk}, "study-layer": {"key": "party_group"}, "study-item": {"pk": item.pk},
        "study-reading": {"pk": item.readings.get().pk}, "study-paper": {"pk": paper.pk}, "study-bank": {"pk": bank.pk},
        "study-bank-import": {"pk": bank.pk}, "quiz": one, "quiz-sheet": one, "quiz-save": one, "quiz-board": one,
        "quiz-review": one, "quiz-certificate": one | {"ext": "docx"}, "study-need": {"pk": survey.pk},
    }  # fmt: skip
