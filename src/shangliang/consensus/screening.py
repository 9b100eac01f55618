"""Looking at a statement before it is stored: length, doubles, numbers that identify somebody."""

import re
from collections.abc import Iterable

from ..procedures.verdicts import refuse
from .models import Round

LONGEST = 140
_SPACE = re.compile(r"\s+")
_SECRET = re.compile(r"绝密|机密|秘密★|内部文件|不得外传")
_CONTACT = re.compile(r"1[3-9]\d{9}|\d{17}[\dXx]|\d{3,4}-\d{7,8}|\S+@\S+\.\S+|https?://|www\.")


# 姓名加职务：“王某某主任”一类。二到四字的名字在职务前。
_TITLED = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:主任|书记|局长|副局长|市长|县长|区长|镇长|村长|经理|科长|处长|站长|老板|老师)"
)


def maybe_named(text: str, names: Iterable[str]) -> str:
    """Words that may name a person: a name of the register, or a name with an office; for whoever reads
    the statements. Nothing is refused by it: 物业经理 names nobody."""
    known = next((name for name in names if len(name) > 1 and name in text), "")
    if known:
        return known
    found = _TITLED.search(text)
    return found[0] if found else ""


def plain(text: str) -> str:
    """For comparing: without spaces and signs."""
    return re.sub(r"[\W_]+", "", text)


def look(round_: Round, text: str) -> str:
    """The statement as it may be stored. Raises ``Refused`` with what to mend; nothing is cut."""
    text = _SPACE.sub(" ", text.replace("\x00", "")).strip()
    if len(plain(text)) < 4:
        raise refuse("说法太短了，请写成一句话。")
    if len(text) > LONGEST:
        raise refuse(f"一条说法最多 {LONGEST} 个字，现在 {len(text)} 个。请只说一件事。")
    if _SECRET.search(text):
        raise refuse("这里不收涉密内容。请走本单位的保密渠道，不要在网上填写。")
    if _CONTACT.search(text):
        raise refuse("请去掉电话、证件号、邮箱和链接：说法会公开，不能带着谁的信息。")
    same = plain(text)
    known = round_.statements.exclude(state="refused").values_list("number", "text")
    for number, other in known:
        if plain(other) == same:
            raise refuse(f"和第 {number} 条一样，不用再写；请直接对那一条表态。", "state")
    return text
