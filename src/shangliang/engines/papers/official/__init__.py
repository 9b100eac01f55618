"""Official documents to GB/T 9704-2012: one typed content, written as Word and as PDF."""

from .bulletin import Bulletin
from .fonts import FaceInUse, fonts_report, missing_glyphs
from .forms import (
    SATISFACTION,
    ExtensionRequest,
    FeedbackForm,
    ReturnRequest,
    TransferSheet,
    ticks,
)
from .lists import AssignmentList, AssignmentRow, MemberYear, Report, Section
from .model import (
    Letter,
    Paper,
    Para,
    ProposalPrint,
    Proposer,
    Table,
    Tick,
    chinese_date,
    paragraphs,
)
from .pdf import to_pdf
from .word import TemplateRefused, to_docx

__all__ = [
    "SATISFACTION",
    "AssignmentList",
    "AssignmentRow",
    "Bulletin",
    "ExtensionRequest",
    "FaceInUse",
    "FeedbackForm",
    "Letter",
    "MemberYear",
    "Paper",
    "Para",
    "ProposalPrint",
    "Proposer",
    "Report",
    "ReturnRequest",
    "Section",
    "Table",
    "TemplateRefused",
    "Tick",
    "TransferSheet",
    "chinese_date",
    "fonts_report",
    "missing_glyphs",
    "paragraphs",
    "ticks",
    "to_docx",
    "to_pdf",
]
