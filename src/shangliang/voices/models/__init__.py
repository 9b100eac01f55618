"""The tables of 来声: voices and their protected sources, issues and adoptions, firms, charges, leads."""

from .charge import Charge, Health, Milestone, TownshipLine
from .firm import FirmAnswer
from .issue import Adoption, Dispatch, Issue, IssueItem
from .lead import Lead, LeadContact
from .parts import Consent, Interview, Photo, Remark, Source
from .policy import Policy, PolicyFacts, PolicyRefusal
from .survey import Survey, SurveyAnswer, SurveyLink
from .visit import PlanItem, Visit, VisitPhoto
from .voice import Voice

__all__ = [
    "Adoption",
    "Charge",
    "Consent",
    "Dispatch",
    "FirmAnswer",
    "Health",
    "Interview",
    "Issue",
    "IssueItem",
    "Lead",
    "LeadContact",
    "Milestone",
    "Photo",
    "PlanItem",
    "Policy",
    "PolicyFacts",
    "PolicyRefusal",
    "Remark",
    "Source",
    "Survey",
    "SurveyAnswer",
    "SurveyLink",
    "TownshipLine",
    "Visit",
    "VisitPhoto",
    "Voice",
]
