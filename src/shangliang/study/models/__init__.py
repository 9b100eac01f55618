"""Rows of 学习: plans and who must, papers, the bank and its drills, contests, training needs."""

from .bank import Bank, BankQuestion, Drill
from .paper import PaperComment, StudyPaper
from .plan import ItemLayer, LayerSeat, StudyDuty, StudyItem, StudyNote, StudyPlan, StudyReading
from .quiz import Quiz, QuizAnswer, QuizEntry, QuizQuestion
from .training import NeedsAnswer, NeedsSurvey

__all__ = [
    "Bank",
    "Drill",
    "ItemLayer",
    "LayerSeat",
    "NeedsAnswer",
    "NeedsSurvey",
    "PaperComment",
    "BankQuestion",
    "Quiz",
    "QuizAnswer",
    "QuizEntry",
    "QuizQuestion",
    "StudyReading",
    "StudyDuty",
    "StudyItem",
    "StudyNote",
    "StudyPaper",
    "StudyPlan",
]
