"""Rows of 议题与协商: topics, the yearly plan, consultations, their results, rooms, joint work."""

from .accord import Accord, Edition
from .consultation import Consultation, Feedback, Party, Point, Speech
from .joint import CityPaper, CommonAdvice, Section, Side, Space, Stand
from .plan import Milestone, Plan, PlanItem, PlanStep
from .quality import Idea, IdeaVote, Question, Rater
from .result import (
    Adoption,
    Advice,
    Delivery,
    Draft,
    Elector,
    ExpertRemark,
    ExpertReview,
    Result,
)
from .room import STANDARD, RoomCard
from .thinking import Analysis, Factor, Measure, Path, Station
from .topic import Deployment, Judge, Judgement, Support, Topic

__all__ = [
    "STANDARD",
    "Accord",
    "Adoption",
    "Advice",
    "Analysis",
    "CityPaper",
    "CommonAdvice",
    "Consultation",
    "Delivery",
    "Deployment",
    "Draft",
    "Edition",
    "Elector",
    "Factor",
    "Feedback",
    "Idea",
    "IdeaVote",
    "Judge",
    "Judgement",
    "Measure",
    "Milestone",
    "Party",
    "Path",
    "Plan",
    "PlanItem",
    "PlanStep",
    "Point",
    "Question",
    "Rater",
    "ExpertRemark",
    "Result",
    "ExpertReview",
    "RoomCard",
    "Section",
    "Side",
    "Space",
    "Speech",
    "Stand",
    "Station",
    "Support",
    "Topic",
]
