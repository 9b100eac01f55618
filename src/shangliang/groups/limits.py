"""What is never written down here: a belief, a leaning, a mood of a person (catalogue E2, E3)."""

import re

from ..procedures.verdicts import refuse
from ..topics.intake import keep_secrets_out

# Words by which a note becomes a judgement of somebody's mind. A matter (宗教场所修路) is let through.
BELIEF = re.compile(
    r"信仰|信教|信佛|信主|信基督|政治(?:立场|倾向|态度|表现|面貌)|思想(?:动态|状况|表现|倾向|情况|觉悟)|"
    r"立场(?:坚定|动摇|有问题)|忠诚|不可靠|对党|认同度|觉悟|情绪(?:稳定|不稳|激动)|牢骚|表现(?:好|差|一般)"
)
REFUSED = (
    "联系记录只记需要什么、转给谁办，不记人的信仰、思想、立场和情绪。"
    "“{}”这样的话请去掉；这一条没有保存。"
)


def plain_matter(*texts: str) -> None:
    """Refuse a note that judges a mind, or bears a marking of secrecy. Raises Refused."""
    keep_secrets_out(*texts)
    for text in texts:
        if found := BELIEF.search(text):
            raise refuse(REFUSED.format(found.group()))
