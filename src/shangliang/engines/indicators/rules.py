"""Target rules, a small language: ``>= 全省 或 > 0``. The answer says which branch was met.

    rule   = all { (或 | OR) all }
    all    = test { (且 | AND) test }
    test   = ( rule ) | [位次 | rank] comparison value
    comparison = > >= < <= = and 高于 不低于 达到 低于 不高于 优于; 由负转正 is > 0 from below
    value  = number | 全市 | 全省 | 标杆 | 去年 | 上期 | 目标, each with + or − a number

A figure that is not there makes a branch "not yet known", never "not met".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from .definition import Direction

NAMES = {
    "全市": "city", "全市平均": "city", "city": "city", "city mean": "city", "citymean": "city",
    "全省": "province", "全省平均": "province", "全省平均水平": "province", "全省均值": "province",
    "全市均值": "city", "全市平均水平": "city",
    "province": "province", "province mean": "province", "provincemean": "province",
    "标杆": "peer", "peer": "peer", "去年": "last_year", "去年同期": "last_year", "上年": "last_year",
    "last_year": "last_year", "上期": "previous", "previous": "previous",
    "目标": "target", "target": "target",
}  # fmt: skip
LABELS = {
    "city": "全市", "province": "全省", "peer": "标杆", "last_year": "去年同期", "previous": "上期",
    "target": "目标", "value": "本期", "rank": "位次",
}  # fmt: skip
OPS = {
    "≥": ">=", ">=": ">=", "=>": ">=", "不低于": ">=", "达到": ">=", "不少于": ">=", "＞": ">", ">": ">",
    "高于": ">", "大于": ">", "≤": "<=", "<=": "<=", "不高于": "<=", "不超过": "<=", "<": "<", "＜": "<",
    "低于": "<", "小于": "<", "=": "=", "等于": "=", "优于": "better", "好于": "better",
}  # fmt: skip
_TOKEN = re.compile(
    r"\s*(?:(?P<join>或者?|\bOR\b|且|并且|\bAND\b)|(?P<paren>[()（）])|(?P<turn>由负转正)"
    r"|(?P<rank>位次|\brank\b)|(?P<op>不低于|不高于|不少于|不超过|达到|高于|大于|低于|小于|等于|优于|好于|[≥≤＞＜]|>=|=>|<=|[<>=])"
    r"|(?P<name>全[市省](?:平均水平|平均|均值)?|(?:province|city)(?:\s*mean)?|peer|last_year|previous|target"
    r"|标杆|去年同期|去年|上年|上期|目标)"
    r"|(?P<number>[+\-−]?\s*\d+(?:\.\d+)?)\s*(?:%|％|个百分点|位)?)",
    re.IGNORECASE,
)  # fmt: skip


class RuleError(ValueError):
    """The rule cannot be read; ``str()`` says where."""


@dataclass(frozen=True)
class Test:
    """One comparison. ``name`` empty: with the number alone."""

    what: str  # value | rank | turn
    op: str
    name: str
    number: Decimal

    def words(self) -> str:
        if self.what == "turn":
            return "由负转正"
        ops = {
            ">=": "不低于",
            ">": "高于",
            "<=": "不高于",
            "<": "低于",
            "=": "等于",
            "better": "优于",
        }
        bound = LABELS.get(self.name, "")
        if not bound:
            bound = show(self.number)
        elif self.number:
            bound += ("＋" if self.number > 0 else "－") + show(abs(self.number))
        return f"{'位次' if self.what == 'rank' else ''}{ops[self.op]}{bound}"


@dataclass(frozen=True)
class Group:
    """``any``: one is enough; else all."""

    any: bool
    members: tuple[Node, ...]

    def words(self) -> str:
        return ("，或" if self.any else "且").join(m.words() for m in self.members)


Node = Test | Group


@dataclass(frozen=True)
class Branch:
    """One alternative of the rule, whether it held, and with which figures."""

    words: str
    met: bool | None
    detail: str


@dataclass(frozen=True)
class Verdict:
    """``met`` None: not yet known. ``by``: the first branch that held."""

    met: bool | None
    branches: tuple[Branch, ...]

    @property
    def by(self) -> Branch | None:
        return next((b for b in self.branches if b.met), None)

    def words(self) -> str:
        if self.met is None:
            lacking = "；".join(b.detail for b in self.branches if b.met is None)
            return f"还不知道：{lacking}"
        if self.by:
            return f"达到（{self.by.words}：{self.by.detail}）"
        return "未达到（" + "；".join(b.detail for b in self.branches) + "）"


def read(text: str) -> Node:
    """A rule from its words. Raises :class:`RuleError`."""
    if len(text) > 200:
        raise RuleError("目标规则太长，最多200字。")
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(text) and text[at:].strip(" 。，,;；"):
        match = _TOKEN.match(text, at)
        if not match or match.end() == at:
            skipped = re.match(r"\s*[，,]\s*", text[at:])
            if skipped and skipped.end():
                at += skipped.end()
                continue
            raise RuleError(f"看不懂“{text[at : at + 12].strip()}”。可以这样写：≥ 全省 或 > 0。")
        tokens.append((match.lastgroup or "", match.group(match.lastgroup or 0).strip()))
        at = match.end()
    if not tokens:
        raise RuleError("规则是空的。可以这样写：≥ 全省 或 > 0。")
    node, rest = _any(tokens, 0, 0)
    if rest != len(tokens):
        raise RuleError(f"“{tokens[rest][1]}”放错了地方。可以这样写：≥ 全省 或 > 0。")
    return node


def _any(tokens: list[tuple[str, str]], at: int, deep: int) -> tuple[Node, int]:
    return _joined(tokens, at, deep, True)


def _is(token: tuple[str, str], words: tuple[str, ...]) -> bool:
    return token[0] == "join" and token[1].upper() in words


def _joined(tokens: list[tuple[str, str]], at: int, deep: int, wide: bool) -> tuple[Node, int]:
    words = ("或", "或者", "OR") if wide else ("且", "并且", "AND")
    step = (lambda t, i: _joined(t, i, deep, False)) if wide else (lambda t, i: _test(t, i, deep))
    node, at = step(tokens, at)
    found = [node]
    while at < len(tokens) and _is(tokens[at], words):
        node, at = step(tokens, at + 1)
        found.append(node)
    return (found[0] if len(found) == 1 else Group(wide, tuple(found))), at


def _test(tokens: list[tuple[str, str]], at: int, deep: int) -> tuple[Node, int]:
    if at >= len(tokens):
        raise RuleError("规则没有写完，最后缺一个条件。")
    kind, word = tokens[at]
    if kind == "paren" and word in "(（":
        if deep > 5:
            raise RuleError("括号套得太深。")
        node, at = _any(tokens, at + 1, deep + 1)
        if at >= len(tokens) or tokens[at][1] not in ")）":
            raise RuleError("括号没有合上。")
        return node, at + 1
    if kind == "turn":
        return Test("turn", ">", "", Decimal(0)), at + 1
    what = "value"
    if kind == "rank":
        what, at = "rank", at + 1
        kind, word = tokens[at] if at < len(tokens) else ("", "")
    if kind != "op":
        raise RuleError(f"“{word or '结尾'}”前面缺一个比较，例如 ≥、高于、不低于。")
    op, at = OPS[word], at + 1
    kind, word = tokens[at] if at < len(tokens) else ("", "")
    if kind == "number":
        return Test(what, op, "", _number(word)), at + 1
    if kind != "name":
        raise RuleError("比较后面要写一个数，或全市、全省、标杆、去年、上期、目标。")
    name, at, number = NAMES[" ".join(word.lower().split())], at + 1, Decimal(0)
    if at < len(tokens) and tokens[at][0] == "number" and tokens[at][1][0] in "+-−":
        number, at = _number(tokens[at][1]), at + 1
    return Test(what, op, name, number), at


def _number(word: str) -> Decimal:
    return Decimal(word.replace("−", "-").replace(" ", ""))


def evaluate(
    rule: Node, figures: Mapping[str, Decimal | None], direction: Direction = Direction.HIGHER
) -> Verdict:
    """Whether the figures meet the rule. Keys: value, rank, city, province, peer, last_year, ….

    The alternatives of the outermost 或 are the branches that are told.
    """
    nodes = rule.members if isinstance(rule, Group) and rule.any else (rule,)
    branches = tuple(
        Branch(node.words(), _holds(node, figures, direction), _detail(node, figures))
        for node in nodes
    )
    said = [b.met for b in branches]
    met = True if True in said else None if None in said else False
    return Verdict(met, branches)


def _holds(node: Node, figures: Mapping[str, Decimal | None], direction: Direction) -> bool | None:
    if isinstance(node, Group):
        said = [_holds(m, figures, direction) for m in node.members]
        if node.any:
            return True if True in said else None if None in said else False
        return False if False in said else None if None in said else True
    own = figures.get("rank" if node.what == "rank" else "value")
    if node.what == "turn":
        was = figures.get("last_year")
        was = figures.get("previous") if was is None else was
        if own is None or was is None:
            return None
        return was < 0 < own
    bound = node.number
    if node.name:
        other = figures.get(node.name)
        if other is None:
            return None
        bound += other
    if own is None:
        return None
    if node.op == "better":
        return own < bound if direction is Direction.LOWER else own > bound
    return {">": own > bound, ">=": own >= bound, "<": own < bound, "<=": own <= bound}.get(
        node.op, own == bound
    )


def _detail(node: Node, figures: Mapping[str, Decimal | None]) -> str:
    keys: list[str] = []
    _keys(node, keys)
    return "，".join(
        f"{LABELS[k]}{show(v) if (v := figures.get(k)) is not None else '缺数'}" for k in keys
    )


def _keys(node: Node, into: list[str]) -> None:
    if isinstance(node, Group):
        for member in node.members:
            _keys(member, into)
        return
    for key in ("rank" if node.what == "rank" else "value", node.name):
        if key and key not in into:
            into.append(key)
    if node.what == "turn" and "last_year" not in into:
        into.append("last_year")


def show(value: Decimal) -> str:
    return f"{value.normalize():f}".replace("-", "−")
