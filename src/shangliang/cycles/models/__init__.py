"""Rows of 会议闭环: calls and what is handed in, suggestions, instructions, briefings, study sheets,
and what organs have on their agenda."""

from .agenda import AgendaItem, Matter, Organ, OrganMeeting
from .call import Call, Content, Covered, Handin, Remark, VagueMeasure
from .instruction import Briefing, Instruction, InstructionUnit
from .sitting import Relay, RelayUnit, Sitting, SittingPoint
from .study import Campaign, SheetEntry, StudySheet
from .suggestion import Suggestion

__all__ = [
    "AgendaItem",
    "Briefing",
    "Call",
    "Campaign",
    "Content",
    "Covered",
    "Handin",
    "Instruction",
    "InstructionUnit",
    "Matter",
    "Organ",
    "OrganMeeting",
    "Relay",
    "RelayUnit",
    "Remark",
    "SheetEntry",
    "Sitting",
    "SittingPoint",
    "StudySheet",
    "Suggestion",
    "VagueMeasure",
]
