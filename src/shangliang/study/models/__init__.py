"""Rows of 学习: plans and who must, papers, the bank and its drills, contests, training needs."""

from .bank import Bank, Drill, Question
from .paper import PaperComment, StudyPaper
from .plan import ItemLayer, LayerSeat, Reading, StudyDuty, StudyItem, StudyNote, StudyPlan
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
    "Question",
    "Quiz",
    "QuizAnswer",
    "QuizEntry",
    "QuizQuestion",
    "Reading",
    "StudyDuty",
    "StudyItem",
    "StudyNote",
    "StudyPaper",
    "StudyPlan",
]
