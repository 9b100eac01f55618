"""The predicate as a part of a Chinese sentence, for the help page; words of the log."""

from ...journal.wording import TYPES
from ...procedures.telling import SENTENCES
from . import who

SENTENCES.update({who.office: "提案委或专委会工作人员"})
TYPES.update(
    programme="专项",
    contributor="参加方",
    undertaking="任务",
    item="专项记录",
    itemstep="记录的步骤",
)
