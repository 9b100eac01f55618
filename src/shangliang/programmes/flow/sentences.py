"""The predicate as a part of a Chinese sentence, for the help page; words of the log."""

from ...journal.wording import TYPES
from ...procedures.telling import OUTSIDE, SENTENCES
from . import when, who

SENTENCES.update(
    {
        who.office: "提案委或专委会工作人员",
        who.counts: "提案委或专委会工作人员，在计数的专项里",
        who.speaker_side: "登记讲述人的人、讲述人所在参加方的负责人，或工作人员",
        who.asker: "约讲的人，或工作人员",
        when.day_is_here: "约定的那天到了",
    }
)
TYPES.update(
    programme="专项",
    contributor="参加方",
    undertaking="任务",
    item="专项记录",
    itemstep="记录的步骤",
    counter="计数项",
    share="参加方的指标",
    talk="约讲",
)
OUTSIDE["talk"] = {"asked": "场地、参加方或工作人员约一位讲述人"}
