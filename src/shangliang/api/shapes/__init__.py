"""What the API answers with. Names follow the models; words are the office's own."""

from .common import Done, Limit, Made, Named, Offer, Page
from .proposals import (
    AnswerLine,
    Ask,
    Duty,
    Happened,
    ProposalDetail,
    ProposalLine,
    ProposalPage,
    Ratings,
    ReplyDetail,
)
from .registers import (
    Me,
    Member,
    MemberPage,
    MoveLine,
    RulebookInForce,
    SessionLine,
    TableLine,
    Unit,
    UnitPage,
)
from .tasks import Step, TaskDetail, TaskLine, TaskPage

__all__ = [
    "AnswerLine",
    "Ask",
    "Done",
    "Duty",
    "Happened",
    "Limit",
    "Made",
    "Me",
    "Member",
    "MemberPage",
    "MoveLine",
    "Named",
    "Offer",
    "Page",
    "ProposalDetail",
    "ProposalLine",
    "ProposalPage",
    "Ratings",
    "ReplyDetail",
    "RulebookInForce",
    "SessionLine",
    "Step",
    "TableLine",
    "TaskDetail",
    "TaskLine",
    "TaskPage",
    "Unit",
    "UnitPage",
]
