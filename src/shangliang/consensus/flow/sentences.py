"""Each predicate of the tables as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import SENTENCES
from . import all_judged, has_statements, host, not_read

SENTENCES.update(
    {
        host: "专委会工作人员，或开这一场的议事召集人",
        has_statements: "至少有两条说法",
        not_read: "结果还没有公布",
        all_judged: "每条说法都审过",
    }
)
