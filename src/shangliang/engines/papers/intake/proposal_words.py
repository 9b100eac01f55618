"""How members head the parts of a proposal, and how they number suggestions."""

from __future__ import annotations

import re
from typing import Literal

Part = Literal["situation", "analysis", "asks"]

_WORDS: tuple[tuple[Part, str], ...] = (
    ("asks", "建议|对策|举措|措施|解决办法|解决方案|办法|工作意见|意见"),
    ("analysis", "分析|问题|原因|困难|短板|不足|难点|瓶颈|薄弱环节|必要性|症结"),
    ("situation", "情况|现状|背景|概况|案据|理由|由来|现实|基础|做法|成效|进展"),
)
_ANY = "|".join(words for _, words in _WORDS)
_FILLER = "基本|现实|主要|存在|当前|目前|有关|相关|工作|具体|几点|几个|如下|下一步|提案|的|和|与|及|以及|、|剖析|思路|改进|解决|成因|内容"
_PURE = re.compile(rf"^(?:{_FILLER}|{_ANY})+$")

NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("一、", re.compile(r"^[一二三四五六七八九十]{1,3}[、，.．]\s*")),
    ("（一）", re.compile(r"^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]\s*[、，.．]?\s*")),
    ("1.", re.compile(r"^\d{1,2}\s*(?:[、．]|\.(?!\d)|，)\s*")),
    ("（1）", re.compile(r"^[（(]\s*\d{1,2}\s*[）)]\s*[、.．]?\s*")),
    ("1）", re.compile(r"^\d{1,2}\s*[）)]\s*")),
    ("①", re.compile(r"^[①-⑳]\s*")),
    ("一是", re.compile(r"^[一二三四五六七八九十]{1,2}是(?!否)[，：:]?\s*")),
    ("第一", re.compile(r"^(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次|最后)[，,、：:]\s*")),
    ("建议一", re.compile(r"^建议[一二三四五六七八九十1-9]{1,2}[、：:．.，]\s*")),
    ("·", re.compile(r"^[•●■◆▪‣·\-–—]\s+")),
)
_TITLE_LABELS = "案由|题目|标题|提案题目|提案标题|提案名称|提案案由"
_CONTENT_LABELS = "内容|正文|提案内容|提案正文|主要内容|具体内容"
_META_LABELS = (
    "提案人|第一提案人|提案者|提案单位|联名人|联名提案人|附议人|附议|联名|界别|组别|工作单位|单位及职务|单位|"
    "职务|姓名|性别|民族|党派|通讯地址|通信地址|地址|邮编|邮政编码|联系电话|电话|手机|手机号码|电子邮箱|邮箱|"
    "日期|提交日期|时间|联系人|联系方式|审查意见|类别|提案类别|编号|提案号|届次|备注|是否公开|是否同意公开|"
    "建议承办单位|建议主办单位|建议会办单位|承办单位|主办单位|会办单位|签名"
)
META = re.compile(rf"^(?:{_META_LABELS})(?:（[^）]*）)?\s*[:：]")
DATE = re.compile(
    r"^[二〇○零一\d]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?$"
)
TITLE = re.compile(r"^关于.{2,80}的?(?:提案|建议|意见|建议案)$")
ASK_LEAD = re.compile(
    r"^(?:为此|因此|鉴于此|对此|据此|综上|基于此|有鉴于此|鉴于以上情况|针对.{0,20})?[，,、]?\s*"
    r"(?:我们?|本人|特|现|特此|谨)?\s*(?:提出|提|作出)?\s*(?:以下|如下|下列)?(?:几点|几条|[一二三四五六七八九\d]+[点条])?\s*"
    r"(?:对策|意见|工作|具体)?(?:和|与|及)?建议(?:如下|是)?\s*[：:。]?$"
)


def compact(text: str) -> str:
    """The text without any space: "案　由" reads 案由."""
    return re.sub(r"[\s\u3000]+", "", text)


def unnumbered(text: str) -> tuple[str, str]:
    """The kind of number a line begins with ("" for none) and the line without it."""
    for kind, pattern in NUMBERS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            return kind, text[found.end() :].strip()
    return "", text


def label_of(text: str) -> str:
    """What a form's label cell stands for: title, content, meta, a part's name, or ""."""
    name = compact(text).strip("：:【】[]（）()*＊")
    if re.fullmatch(_TITLE_LABELS, name):
        return "title"
    if re.fullmatch(_CONTENT_LABELS, name):
        return "content"
    if re.fullmatch(_META_LABELS, re.sub(r"（[^）]*）", "", name)):
        return "meta"
    return part_of(name) if len(name) <= 16 and _PURE.match(name) else ""


def part_of(heading: str) -> Part | Literal[""]:
    """Which part a heading opens. "Suggestions" wins; otherwise the word that comes first."""
    for word in re.findall(_WORDS[0][1], heading):
        if word != "意见" or heading.endswith("意见"):
            return "asks"
    hits = [
        (found.start(), part)
        for part, words in _WORDS[1:]
        if (found := re.search(words, heading)) is not None
    ]
    return min(hits)[1] if hits else ""


def is_pure(heading: str) -> bool:
    """Whether a heading says nothing beyond the name of its part."""
    name = compact(unnumbered(heading)[1]).strip("：:。【】[]（）()")
    return len(name) <= 20 and bool(_PURE.match(name))
