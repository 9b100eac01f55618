"""The submissions' tables: a proposal and its child records."""

from .handling import Assignment, Contact, Countersign, Extension, ReturnRequest, Urge
from .marks import Honour, KeyListing, Publication, ServiceRating
from .proposal import CoSignature, MergeGroup, Recommendation, Submission, UnitChoice
from .remark import Remark
from .reply import Answer, Rating, Reply
from .review import Review, Suggestion

__all__ = [
    "Answer",
    "Assignment",
    "CoSignature",
    "Contact",
    "Countersign",
    "Extension",
    "Honour",
    "KeyListing",
    "MergeGroup",
    "Publication",
    "Rating",
    "Recommendation",
    "Remark",
    "Reply",
    "ReturnRequest",
    "Review",
    "ServiceRating",
    "Submission",
    "Suggestion",
    "UnitChoice",
    "Urge",
]
