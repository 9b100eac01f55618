"""Rows of 议题与协商: topics, the yearly plan, consultations, their results, rooms, joint work."""

from .consultation import Consultation, Feedback, Party, Point, Speech
from .joint import CityPaper, CommonAdvice, Section, Side, Space, Stand
from .plan import Milestone, Plan, PlanItem, PlanStep
from .result import Adoption, Advice, Delivery, Elector, ExpertRemark, ExpertReview, Result
from .room import STANDARD, RoomCard
from .topic import Deployment, Judge, Judgement, Support, Topic

__all__ = [
    "STANDARD",
    "Adoption",
    "Advice",
    "CityPaper",
    "CommonAdvice",
    "Consultation",
    "Delivery",
    "Deployment",
    "Elector",
    "Feedback",
    "Judge",
    "Judgement",
    "Milestone",
    "Party",
    "Plan",
    "PlanItem",
    "PlanStep",
    "Point",
    "ExpertRemark",
    "Result",
    "ExpertReview",
    "RoomCard",
    "Section",
    "Side",
    "Space",
    "Speech",
    "Stand",
    "Support",
    "Topic",
]
