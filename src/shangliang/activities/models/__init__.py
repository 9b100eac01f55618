"""Rows of 活动: activities and who came, what was seen, projects, calendar feeds."""

from .activity import Activity, Chore, Partner, Project, Sitting
from .attendance import Attendance, Correction, Leave, Presence, Tick
from .check import Check
from .feed import Feed
from .findings import Card, FieldNote, Finding
from .report import Delivery, Version

__all__ = [
    "Activity",
    "Attendance",
    "Card",
    "Check",
    "Chore",
    "Correction",
    "Delivery",
    "Feed",
    "FieldNote",
    "Finding",
    "Leave",
    "Partner",
    "Presence",
    "Project",
    "Sitting",
    "Tick",
    "Version",
]
