"""Each predicate of the reading tables as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import SENTENCES
from . import extract, intake

SENTENCES.update(
    {
        intake.desk: "提案委、督办机构或专委会工作人员",
        intake.all_decided: "每一项都定了或先放着",
        extract.desk: "提案委、督办机构或专委会工作人员",
        extract.being_read: "文件还在拆解",
        extract.still_there: "这句话还在现在这一稿里",
        extract.not_a_doubt: "不是存疑项",
        extract.a_doubt: "是存疑项",
        extract.a_task: "是任务",
        extract.not_written_yet: "还没采纳，或者采纳了没有记进读数",
    }
)
