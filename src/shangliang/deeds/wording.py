"""A table of points in the office's words, and back: 全体会议、常委会会议; 第一提案人 6，联名 2; 国家级 3 倍.

The data of a rule (``engines/points/table.py``) names attributes by codes; nobody should have to write
those. Every word has one meaning, so that what is read back is what was written.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ..activities.kinds import kinds
from ..engines.points import Rule
from ..engines.points.count import short

ROLES = {"first": "第一提案人", "co": "联名", "drafter": "执笔"}
# word -> (attribute, value); kinds of activity are added from their own table.
WORDS: dict[str, tuple[str, str]] = {
    "会议类": ("group", "meeting"),
    "活动类": ("group", "activity"),
    "应出席": ("must", "yes"),
    "自愿参加": ("must", "no"),
    "出席": ("role", "member"),
    "列席": ("role", "guest"),
    "主讲": ("role", "speaker"),
    "全程": ("part", "full"),
    "部分": ("part", "part"),
    "没有受邀而到": ("walk_in", "yes"),
    "个人提案": ("nature", "individual"),
    "联名提案": ("nature", "joint"),
    "集体提案": ("nature", "collective"),
    "国家级": ("level", "national"),
    "省级": ("level", "province"),
    "地市级": ("level", "prefecture"),
    "市（县）级": ("level", "city"),
}
# Words of “only the highest counts” in the presets; an office writes its own.
BESTS = {"proposal": "提案", "quality": "提案质量", "award": "表彰"}
SPLIT = re.compile(r"[、，,；;\s]+")
PAIR = re.compile(r"^(.+?)\s*([−-]?\d+(?:\.\d+)?)\s*(?:分|倍)?$")


class NotUnderstood(ValueError):
    """``str()`` names the word."""


def words() -> dict[str, tuple[str, str]]:
    """Every word of a condition."""
    return {kind.label: ("kind", kind.key) for kind in kinds().values()} | WORDS


def say_when(when: Mapping[str, Iterable[str]]) -> str:
    """The conditions of a rule as words."""
    named = {meaning: word for word, meaning in words().items()}
    order = list(named)
    found = [(name, value) for name, values in when.items() for value in values]
    found.sort(key=lambda pair: order.index(pair) if pair in order else len(order))
    return "、".join(named.get(pair, f"{pair[0]}={pair[1]}") for pair in found)


def read_when(text: str) -> dict[str, list[str]]:
    """The words as conditions. Words of one attribute are alternatives, of several all must hold."""
    known = words()
    out: dict[str, list[str]] = {}
    for word in filter(None, SPLIT.split(text.strip())):
        if word in known:
            name, value = known[word]
        elif "=" in word:  # what a preset asks that has no word
            name, _, value = word.partition("=")
        else:
            raise NotUnderstood(f"“限于”里不认识“{word}”")
        out.setdefault(name, []).append(value)
    return out


def say_points(rule: Rule) -> str:
    """6, or by role."""
    if not rule.roles:
        return short(rule.points)
    return "，".join(f"{ROLES.get(role, role)} {short(p)}" for role, p in rule.roles.items())


def read_points(text: str) -> dict[str, Any]:
    """``{"points": "6"}`` or ``{"roles": {...}}``."""
    text = text.strip().replace("−", "-")
    if re.fullmatch(r"-?\d+(\.\d+)?\s*分?", text):
        return {"points": text.rstrip("分 ")}
    back = {word: role for role, word in ROLES.items()}
    roles = {}
    for piece in filter(None, re.split(r"[，,；;、]+", text)):
        found = PAIR.match(piece.strip())
        if found is None or found[1].strip() not in back:
            raise NotUnderstood(f"“分”写成 6，或“第一提案人 6，联名 2”；看不懂“{piece.strip()}”")
        roles[back[found[1].strip()]] = found[2].replace("−", "-")
    if not roles:
        raise NotUnderstood("请写“分”")
    return {"roles": roles}


def say_times(times: Mapping[str, Mapping[str, Decimal]]) -> str:
    """国家级 3 倍，省级 2 倍."""
    named = {meaning: word for word, meaning in words().items()}
    return "，".join(
        f"{named.get((name, value), f'{name}={value}')} {short(factor)} 倍"
        for name, factors in times.items()
        for value, factor in factors.items()
    )


def read_times(text: str) -> dict[str, dict[str, str]]:
    """Multipliers from words."""
    known = words()
    out: dict[str, dict[str, str]] = {}
    for piece in filter(None, re.split(r"[，,；;、]+", text.strip())):
        found = PAIR.match(piece.strip())
        word = found[1].strip() if found else piece.strip()
        if found is None or not (word in known or "=" in word):
            raise NotUnderstood(f"“倍数”写成“国家级 3 倍，省级 2 倍”；看不懂“{piece.strip()}”")
        name, value = known[word] if word in known else tuple(word.split("=", 1))
        out.setdefault(name, {})[value] = found[2].replace("−", "-")
    return out


def how(rule: Rule) -> list[str]:
    """The further conditions of a rule, each a short sentence."""
    said = []
    if rule.when:
        said.append(f"限于{say_when(rule.when)}")
    if rule.per == "half_day":
        said.append("每半天")
    if rule.share == "half_rest":
        said.append("联名的第一提案人得一半，其余人平分另一半")
    if rule.nth > 1:
        said.append(f"第 {rule.nth} 件起")
    if rule.most is not None:
        said.append(f"一年最多 {rule.most} 次")
    if rule.cap is not None:
        said.append(f"一年最多 {short(rule.cap)} 分")
    if rule.best:
        said.append(
            "同一件就高"
            if rule.best_of == "source"
            else f"同类（{BESTS.get(rule.best, rule.best)}）就高"
        )
    if rule.times:
        said.append(f"倍数：{say_times(rule.times)}")
    if rule.since and rule.until:
        said.append(f"{rule.since} 至 {rule.until}")
    elif rule.since:
        said.append(f"{rule.since} 起")
    elif rule.until:
        said.append(f"到 {rule.until} 为止")
    return said
