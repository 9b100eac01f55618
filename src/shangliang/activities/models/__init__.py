"""Rows of 活动: activities and who came, what was seen, projects, calendar feeds."""

from .activity import Activity, Chore, Partner, Project, Sitting
from .attendance import Attendance, Correction, Leave, Presence, Tick
from .cause import CauseCount, CauseSaid
from .check import Check
from .feed import Feed
from .findings import Card, FieldNote, Finding
from .guest import Guest
from .report import Delivery, Version

__all__ = [
    "Activity",
    "Attendance",
    "Card",
    "CauseCount",
    "CauseSaid",
    "Check",
    "Chore",
    "Correction",
    "Delivery",
    "Feed",
    "FieldNote",
    "Finding",
    "Guest",
    "Leave",
    "Partner",
    "Presence",
    "Project",
    "Sitting",
    "Tick",
    "Version",
]
