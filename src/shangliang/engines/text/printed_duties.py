"""Printed divisions of work, read exactly: （责任单位：…）, （X牵头，Y按职责分工负责）.

Where a bracket lists several under one label, the first leads and the others join: that is the
convention such documents state themselves ("列第一位的为牵头单位，下同").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from .mapped import Span

LEAD = r"牵[头頭](?:负责|責任|负責)?(?:单位|單位|部门|部門)?|主办(?:单位|部门)|承办(?:单位|部门|处室)|责任(?:单位|部门|主体)|責任(?:單位|部門)|主责(?:单位|部门)|负责(?:单位|部门)|落实单位|实施单位"
JOIN = r"配合(?:单位|部门)|协办(?:单位|部门)|参与(?:单位|部门)|参加(?:单位|部门)|协同(?:单位|部门)|协助(?:单位|部门)|会办(?:单位|部门)|协商(?:单位|部门)"
TIME = r"时间安排|完成(?:时限|时间|期限)|办理(?:时限|期限)|(?:工作|整改)时限|时限(?:要求)?|责任时限"
LABEL = re.compile(rf"(?P<label>{LEAD}|{JOIN}|{TIME})\s*(?:为|是)?[：:]\s*")
# Who in person, and where to ring: printed among the lines, no unit.
PERSON = re.compile(
    r"^(?:责任领导|分管领导|牵头领导|责任人|责任科室|联系人|联系电话|联系方式)\s*[：:]"
)
_SHARES = r"(?:等)?(?:部门|单位)?(?:按照?|依照?)(?:各自)?(?:职责|职能|分工)(?:和)?(?:分工|范围)?(?:分别|共同)?(?:负责|落实|抓好落实|配合|推进|牵头负责)?|按[職职]責分工[負负]責|分工负责|分别负责"
_LEADS = re.compile(
    r"(?P<names>[^，,；;。]+?)(?:牵头|牽頭)(?:负责|負責|组织实施|落实|抓总)?(?=[，,；;。、]|$)"
)
_SHARE_END = re.compile(rf"(?:{_SHARES})[。]?$")
_CARRIES = re.compile(r"(?:共同)?(?:负责|負責|配合|参与|协助|落实|参加)(?:落实|实施)?[。]?$")
_NOTE = re.compile(r"(?:列|排)(?:在)?(?:第一位|首位)|下同|以下均|不再重复|^以下|^其他")
_OPEN = "（〔[【("
_CLOSE = "）〕]】)"
_KEEP_TOGETHER = re.compile(r"各(?:设区)?市、(?:各)?县|各县、(?:各)?市|市、县(?=[（(])|各市、各县")


@dataclass(frozen=True)
class Duty:
    """A printed annotation at ``span``: who leads, who joins, by when."""

    span: Span
    lead: tuple[Span, ...]
    partners: tuple[Span, ...]
    deadline: Span | None = None


def brackets_in(text: str) -> list[Span]:
    """Bracketed stretches, outermost only, with their brackets."""
    out: list[Span] = []
    stack: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPEN:
            if stack and at - stack[0] > 600:
                stack = []
            stack.append(at)
        elif sign in _CLOSE and stack:
            start = stack.pop()
            if not stack:
                out.append(Span(start, at + 1))
            elif LABEL.match(text, start + 1):
                out.append(Span(start, at + 1))
                stack = []
    return out


def duties_in(text: str) -> list[Duty]:
    """The printed duties of a paragraph, in order."""
    out: list[Duty] = []
    for bracket in brackets_in(text):
        inner = Span(bracket.start + 1, bracket.end - 1)
        duty = _read(text, inner, bracket)
        if duty:
            out.append(duty)
    if not out:
        bare = _bare(text)
        if bare:
            out.append(bare)
    return out


def _bare(text: str) -> Duty | None:
    """A label at the beginning or after the last sentence, without brackets."""
    found = LABEL.search(text)
    if not found or (found.start() and text[found.start() - 1] not in "。；;！ ）"):
        return None
    if found.start() == 0 or len(text) - found.start() < 200:
        return _read(text, Span(found.start(), len(text)), Span(found.start(), len(text)))
    return None


def _read(text: str, inner: Span, whole: Span) -> Duty | None:
    words = text[inner.start : inner.end]
    if not words or len(words) > 600:
        return None
    labels = list(LABEL.finditer(text, inner.start, inner.end))
    if labels and labels[0].start() - inner.start <= 2:
        return _labelled(text, inner, whole, labels)
    if re.search("牵头|牽頭", words):
        return _led(text, inner, whole)
    if _SHARE_END.search(words) or (_CARRIES.search(words) and len(words) > 4):
        return _shared(text, inner, whole)
    return None


def _labelled(text: str, inner: Span, whole: Span, labels: list[re.Match[str]]) -> Duty | None:
    deadline: Span | None = None
    fields: list[tuple[str, list[Span]]] = []
    for label, span, names in labelled_fields(text, labels[0].start(), inner.end):
        if re.fullmatch(TIME, label):
            deadline = _trimmed(text, span)
        else:
            fields.append((label, names))
    first, joined = shared_out(fields)
    if not first and not joined:
        return None
    return Duty(whole, tuple(first), tuple(joined), deadline)


def labelled_fields(text: str, start: int, end: int) -> list[tuple[str, Span, list[Span]]]:
    """(label, where its words stand, the names among them) for each label of a stretch."""
    labels = list(LABEL.finditer(text, start, end))
    stops = [*(match.start() for match in labels[1:]), end]
    out = []
    for match, stop in zip(labels, stops, strict=True):
        span = Span(match.end(), stop)
        out.append((match["label"], span, names_in(text, span)))
    return out


Name = TypeVar("Name")


def shared_out(fields: list[tuple[str, list[Name]]]) -> tuple[list[Name], list[Name]]:
    """Who leads and who joins. One label alone: its first leads; two: each says which it is."""
    first: list[Name] = []
    joined: list[Name] = []
    kinds = [label for label, _ in fields]
    explicit = any(re.fullmatch(JOIN, kind) for kind in kinds) or (
        any("牵" in kind for kind in kinds)
        and any("责任" in kind or "責任" in kind for kind in kinds)
    )
    for kind, names in fields:
        if re.fullmatch(JOIN, kind) or (explicit and "责任" in kind and first):
            joined += names
        elif explicit:
            first += names
        else:
            first += names[:1]
            joined += names[1:]
    return first, joined


def _led(text: str, inner: Span, whole: Span) -> Duty | None:
    lead: list[Span] = []
    partners: list[Span] = []
    rest = inner.start
    for match in _LEADS.finditer(text, inner.start, inner.end):
        lead += names_in(text, Span(match.start("names"), match.end("names")))
        partners += _carriers(text, Span(rest, match.start()))
        rest = match.end()
    if not lead:
        return None
    partners += _carriers(text, Span(rest, inner.end))
    return Duty(whole, tuple(lead), tuple(partners))


def _shared(text: str, inner: Span, whole: Span) -> Duty | None:
    """ "A负责，B按职责分工负责": A leads. "A、B按职责分工负责": nobody is named as leading."""
    segments = _split(text, inner, "，,；;")
    lead: list[Span] = []
    partners: list[Span] = []
    pending: list[Span] = []
    for segment in segments:
        words = text[segment.start : segment.end]
        shares, carries = _SHARE_END.search(words), _CARRIES.search(words)
        pending += _carriers(text, segment)
        if shares:
            partners += pending
            pending = []
        elif carries and carries.group().startswith(("负责", "負責")):
            (lead if len(segments) > 1 or len(pending) == 1 else partners).extend(pending)
            pending = []
        elif carries:
            partners += pending
            pending = []
    partners += pending
    shared = bool(_SHARE_END.search(text[inner.start : inner.end]))
    if not (lead or partners) or not (
        shared or all(_may_be_unit(text[n.start : n.end]) for n in [*lead, *partners])
    ):
        return None
    return Duty(whole, tuple(lead), tuple(partners))


def _carriers(text: str, span: Span) -> list[Span]:
    out: list[Span] = []
    for segment in _split(text, span, "，,；;。"):
        words = text[segment.start : segment.end]
        for ending in (_SHARE_END, _CARRIES):
            found = ending.search(words)
            if found:
                cut = segment.start + found.start()
                if words[: found.start()].endswith("主管") and found.group().startswith("部门"):
                    cut += 2
                segment = Span(segment.start, cut)
                words = text[segment.start : segment.end]
                break
        out += names_in(text, segment)
    return out


def names_in(text: str, span: Span) -> list[Span]:
    """The names of a printed list; "各市、县（市、区）人民政府" is one."""
    out: list[Span] = []
    for part in _split(text, span, "、，,；;。"):
        trimmed = _trimmed(text, part)
        if trimmed is None:
            continue
        words = text[trimmed.start : trimmed.end]
        if _NOTE.search(words) or words in ("等", "无", "—", "/"):
            continue
        out.append(trimmed)
    return out


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in " 　，、；：:。,;由":
        start += 1
    while end > start and text[end - 1] in " 　，、；：:。,;":
        end -= 1
    others = re.search(r"等(?:有关|相关)?(?:部门|单位)?$", text[start:end])
    if others and others.start() > 2:
        end -= len(others.group())
    return Span(start, end) if end > start else None


def _split(text: str, span: Span, signs: str) -> list[Span]:
    """Parts between ``signs``, outside brackets; "各市、县" stays together."""
    kept = [Span(m.start(), m.end()) for m in _KEEP_TOGETHER.finditer(text, span.start, span.end)]
    out: list[Span] = []
    start, depth = span.start, 0
    for at in range(span.start, span.end):
        sign = text[at]
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif sign in signs and not depth and not any(k.covers(at) for k in kept):
            out.append(Span(start, at))
            start = at + 1
    out.append(Span(start, span.end))
    return [part for part in out if part.end > part.start]


_UNIT_END = re.compile(
    r"(?:局|委|办|厅|部|部门|单位|政府|机构|公司|集团|院|会|中心|银行|分行|支行|团委|市|县|区|镇|乡|街道|行|社|校|大学|学院|所|站|队|组|政协|人大|室|企业|组织|）|〕)$"
)


def _may_be_unit(words: str) -> bool:
    return len(words) <= 40 and bool(_UNIT_END.search(words))
