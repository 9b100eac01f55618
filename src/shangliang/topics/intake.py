"""What intake refuses: secret matter never enters (catalogue E4, 保守国家秘密法 2024 第三十一条).

A marking is refused wherever it stands; a lone word such as 秘密 in plain speech is not.
"""

import re

from ..procedures.verdicts import refuse

# 密级标志 as GB/T 9704-2012 7.2.2 writes it: 绝密／机密／秘密, often with ★ and a period.
MARKED = re.compile(
    r"(绝\s*密|机\s*密|秘\s*密)\s*[★☆*]|"
    r"(?:^|\n|【|\[|（|\()\s*(绝\s*密|机\s*密|秘\s*密)\s*(?:】|\]|）|\)|$|\n)|"
    r"(密级|涉密等级)\s*[:：]\s*(绝密|机密|秘密)|"
    r"涉密文件|绝密文件|机密文件|秘密文件"
)
REFUSED = (
    "内容里有密级标志或涉密文件的字样，这里不收涉密内容，也没有保存。"
    "请去掉涉密部分；确需反映的，请走机关的保密渠道。"
)


def keep_secrets_out(*texts: str) -> None:
    """Refuse what bears a marking of secrecy. Raises Refused; nothing is kept."""
    if any(MARKED.search(text) for text in texts):
        raise refuse(REFUSED)
