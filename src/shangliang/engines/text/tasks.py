"""Demands in running text: who is to do what by when.

A hard task needs an actor, an act and an object; a call to everybody, or to hold something dear, is a
soft demand ("希望大家高度重视"). Questions, reports of what was done and thinking aloud are neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .actors import NOBODY, actor_in, class_at, listed, names_of, partners_in
from .dates import DateFound
from .mapped import Span
from .quantities import Quantity
from .sentences import sentences
from .task_words import ATTITUDE, BREAK, CALL, CONCRETE, MODAL, MUSING, NARRATED, STRONG
from .units import Lexicon, common_lexicon, units_in


@dataclass(frozen=True)
class Demand:
    """A demand in a paragraph: spans of the whole, of the actor and of the act."""

    span: Span
    actors: tuple[Span, ...]
    partners: tuple[Span, ...]
    act: Span
    hard: bool
    reason: str
    confidence: float


def demands_in(
    text: str,
    lexicon: Lexicon | None = None,
    dates: list[DateFound] | None = None,
    quantities: list[Quantity] | None = None,
) -> list[Demand]:
    """The demands of one paragraph, in order."""
    lexicon = lexicon or common_lexicon()
    known = units_in(text, lexicon)
    dated = [Span(d.start, d.end) for d in dates or []]
    counted = [Span(q.start, q.end) for q in quantities or []]
    out: list[Demand] = []
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if MUSING.search(words) and not CALL.search(words[:30]) and "要" not in words[:60]:
            continue
        if words.rstrip("”’）").endswith(("？", "?")):
            continue
        out.extend(_in_sentence(text, sentence, known, dated, counted, lexicon))
    return out


def _in_sentence(
    text: str,
    sentence: Span,
    known: list[Span],
    dated: list[Span],
    counted: list[Span],
    lexicon: Lexicon,
) -> list[Demand]:
    starts = [*_openings(text, sentence, known)]
    out: list[Demand] = []
    for rank, (at, actor_span, act_start, called) in enumerate(starts):
        end = starts[rank + 1][0] if rank + 1 < len(starts) else sentence.end
        while end > at and text[end - 1] in "，；、,; 。！!":
            end -= 1
        tail = re.search(r"[，、]?(?:尤其是|特别是|其中|同时|并)$", text[at:end])
        end -= len(tail.group()) if tail else 0
        if end <= act_start:
            continue
        out.append(
            _demand(
                text, Span(at, end), actor_span, act_start, called, known, dated, counted, lexicon
            )
        )
    return out


def _openings(
    text: str, sentence: Span, known: list[Span]
) -> list[tuple[int, Span | None, int, bool]]:
    """(start, actor, where the act begins, whether called upon) for each demand of a sentence."""
    found: list[tuple[int, Span | None, int, bool]] = []
    at = sentence.start
    depth = 0
    while at < sentence.end:
        opening = _opening(text, at, sentence, known)
        if opening and (opening[1] is not None or not found):
            found.append(opening)
        stop = at
        while stop < sentence.end and not (text[stop] in "，。；：！？,;:" and depth == 0):
            depth += (text[stop] in "（“《") - (text[stop] in "）”》")
            depth = max(0, depth)
            stop += 1
        at = stop + 1
        while at < sentence.end and text[at] in "”’ ":
            at += 1
    return found


# A speaker's own undertaking: "今年下半年，将组织委员…视察".
_OWN = re.compile(
    r"(?P<who>我[局委办县市区镇乡院校会]|我们|我|本人|自己)?(?:将要|将|拟)(?:继续|认真|积极)?(?=(?<=将)[在于]\d|带领|组织|开展|牵头|推动|联合|召开|举办|建立|完成|就)"
)
_SELF = ("我", "我们", "本人", "自己")
_LEAD_IN = re.compile(
    r"^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[，、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、]|[①-⑳])?"
    r"(?:同时|另外|此外|因此|为此|下一步|接下来|特别是|尤其是|其中|会后|今后|目前|当前|近期|下半年|上半年|今年|明年|年底前|在此基础上|对此|这方面|还|也)?[，,]?"
)


def _opening(
    text: str, at: int, sentence: Span, known: list[Span]
) -> tuple[int, Span | None, int, bool] | None:
    lead_in = _LEAD_IN.match(text[at : min(sentence.end, at + 24)])
    begin = at + (lead_in.end() if lead_in else 0)
    while begin < sentence.end and text[begin] in "“‘（":
        begin += 1
    own = _OWN.match(text, begin)
    if own:
        return (begin, Span(begin, begin), own.end(), False)
    called = CALL.match(text, begin)
    who = called.end() if called else begin
    stop = BREAK.search(text, who, sentence.end)
    end = stop.start() if stop else sentence.end
    end = _past_brackets(text, who, end, sentence.end)
    modal = _modal_in(text, who, min(end, who + 60))
    if modal:
        actor = actor_in(text, Span(who, modal.start()), known)
        if actor and modal["modal"] == "将" and not any(u.end == actor.end for u in known):
            return None  # plans of somebody unnamed
        if actor:
            act = modal.end() if modal["modal"] not in ("负责", "牵头") else modal.start()
            return (begin, actor, act, bool(called))
        if who < modal.start() and not called:
            return None if modal.start() - who > 6 else (begin, None, modal.end(), False)
        return (begin, None, modal.end(), bool(called))
    unit = next((u for u in known if u.start == who), None) or class_at(text, who, end)
    if unit and unit.end < end:
        group = listed(text, unit, known, end)
        rest = text[group.end : end]
        by_then = re.search(r"(?:前|底|内)[，,]$", text[max(0, at - 3) : at])
        if called or _bare_order(rest) or (by_then and _PLAIN_ORDER.match(rest)):
            return (begin, group, group.end, bool(called))
    if called and text[begin:who] in ("希望", "请", "要求"):
        return (begin, None, who, True)
    return None


def _past_brackets(text: str, start: int, end: int, limit: int) -> int:
    """A comma inside （市、区） or “…” is not the clause's end."""
    inside = text[start:end]
    if inside.count("（") > inside.count("）"):
        close = text.find("）", end, limit)
        if close >= 0:
            stop = BREAK.search(text, close, limit)
            return stop.start() if stop else limit
    return end


def _modal_in(text: str, start: int, end: int) -> re.Match[str] | None:
    for match in MODAL.finditer(text, start, end):
        at = match.start("modal")
        if match["modal"] == "要" and (
            text[max(0, at - 1) : at] in tuple("重主需首只摘纪概简不想就")
            or text[at : at + 2] in ("要素", "要求", "要是", "要点", "要么", "要害", "要件")
        ):
            continue
        if text[max(0, at - 1) : at] in (
            "相",
            "对",
            "供",
            "反",
            "适",
            "响",
            "效",
            "感",
            "急",
            "必",
            "所",
        ):
            continue
        return match
    return None


# After "…前，": "各单位完成自查".
_PLAIN_ORDER = re.compile(
    r"(?:完成|建成|制定|出台|上报|报送|提交|实现|启动|开展|召开|建立)(?!了|过|的|情况)"
)


def _bare_order(rest: str) -> bool:
    """An imperative right after the actor: "市财政局抓紧拨付…", "市住建局9月底前完成…"."""
    if re.search(
        r"面临|存在|取得|出现|[取办开进][\u4e00-\u9fff]?[了过]|过程中|基础上|以来|已经|已于|完成了|建成了",
        rest,
    ):
        return False
    return bool(
        re.match(
            r"(?:抓紧|尽快|加快|立即|继续|同步|优先|会同|联合|每(?:月|周|年|季|个季|半年)|定期|具体|统一|全面|认真|切实|进一步|于|在|持续|按|主动|积极|(?:\d|今|年|月|本)[^，。]{0,12}(?:前|内|底)[\u4e00-\u9fff]{2})",
            rest,
        )
    )


def _demand(
    text: str,
    span: Span,
    actor: Span | None,
    act_start: int,
    called: bool,
    known: list[Span],
    dated: list[Span],
    counted: list[Span],
    lexicon: Lexicon,
) -> Demand:
    act = Span(act_start, span.end)
    partners = partners_in(text, span, known)
    actors = names_of(text, actor, known) if actor else ()
    words = text[actor.start : actor.end] if actor else ""
    nobody = bool(words) and bool(NOBODY.match(words))
    if nobody:
        actors = ()
    named = bool(actor) and not nobody and any(u.meets(actor) for u in known) if actor else False
    if actor is not None and not len(actor):
        own_limit = any(d.start >= act.start - 14 and d.end <= act.end for d in dated)
        why = "讲话人自己的承诺" + ("，有期限" if own_limit else "，没有期限")
        own = _OWN.match(text, span.start)
        named_self = own is not None and bool(own["who"]) and own["who"] not in _SELF
        who = (Span(span.start, span.start + len(own["who"])),) if own and named_self else ()
        return Demand(span, who, partners, act, own_limit, why, 0.7)
    hard, reason = _weigh(text, act, actor, nobody, named, called, dated, counted)
    if NARRATED.search(text[span.start : span.end]) and not named:
        hard, reason = False, "像是在说已经做过的事"
    sure = 0.95 if named and hard else 0.8 if hard else 0.6
    return Demand(span, actors, partners, act, hard, reason, sure)


def _weigh(
    text: str,
    act: Span,
    actor: Span | None,
    nobody: bool,
    named: bool,
    called: bool,
    dated: list[Span],
    counted: list[Span],
) -> tuple[bool, str]:
    parts = [part for part in re.split("[，、；,;]", text[act.start : act.end]) if part]
    acts = [part for part in parts if not ATTITUDE.match(part)]
    broad = actor is not None and text[actor.start : actor.end].endswith(("政协", "政府", "人大"))
    deeds = acts if named and not broad else [part for part in acts if CONCRETE.search(part)]
    limit = any(d.start >= act.start - 12 and d.end <= act.end for d in dated)
    count = any(act.covers(q.start) for q in counted)
    if actor is None:
        return False, "没有写明由谁做" + ("，但写了期限" if limit else "") + (
            "，但写了数量" if count else ""
        )
    if nobody:
        return False, "对象是所有人，属一般要求"
    if not deeds:
        return False, "只是态度上的要求，没有可检查的事"
    if named:
        return True, "点了单位，写了要做的事" + ("，有期限" if limit else "") + (
            "，有数量" if count else ""
        )
    strong = any(STRONG.search(part) for part in deeds)
    if strong or limit or count:
        return True, "写明了责任方和可检查的事" + ("，有期限" if limit else "") + (
            "，有数量" if count else ""
        )
    return False, "责任方较宽，事情不够具体"
