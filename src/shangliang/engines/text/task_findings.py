"""Printed duties and spoken demands become tasks, with section, deadline, quantity and reason."""

from __future__ import annotations

import re

from .deadlines import due_of, limit_before, limit_in, limit_words, reach_back
from .findings import Findings, Task
from .mapped import Span
from .printed_duties import Duty
from .reading_parts import Read, Sections, place_of, words_of
from .regions import regions_in
from .tasks import Demand, demands_in
from .units import Lexicon, members_of
from .wraps import Paragraph


def printed_tasks(
    number: int,
    document: Read,
    rank: int,
    duties: list[Duty],
    sections: Sections,
    findings: Findings,
) -> None:
    body = document.speech.body
    paragraph = body[rank]
    text = paragraph.text
    begin = 0
    for duty in duties:
        home, home_rank, span = paragraph, rank, Span(begin, duty.span.start)
        if not text[span.start : span.end].strip() and begin == 0 and rank:
            home_rank = rank - 1
            home = body[home_rank]
            span = Span(0, len(home.text))
        dates, counts = document.dates[home_rank], document.quantities[home_rank]
        limit = limit_in(home.text, span, dates) if duty.deadline is None else None
        deadline = (
            words_of(paragraph, duty.deadline)
            if duty.deadline
            else (limit_words(home, limit) if limit else "")
        )
        count = next((q for q in counts if span.covers(q.start)), None)
        first = first_sentence(home.text, span)
        findings.tasks.append(
            Task(
                words_of(home, span) or words_of(paragraph, duty.span),
                *act_and_object(words_of(home, first)),
                tuple(words_of(paragraph, n) for n in duty.lead),
                tuple(words_of(paragraph, n) for n in duty.partners),
                deadline,
                due_of(
                    limit
                    if duty.deadline is None
                    else limit_in(text, duty.deadline, document.dates[rank])
                ),
                count.words if count else "",
                "hard",
                sections.at(home_rank, span.start + 1),
                f"文中印明分工：{words_of(paragraph, duty.span)[:60]}",
                place_of(number, home_rank, home, span if len(span) else duty.span),
                1.0,
            )
        )
        begin = duty.span.end


def first_sentence(text: str, span: Span) -> Span:
    stop = text.find("。", span.start, span.end)
    return Span(span.start, stop if stop > 0 else span.end)


def spoken_tasks(
    number: int,
    document: Read,
    rank: int,
    duties: list[Duty],
    lexicon: Lexicon,
    sections: Sections,
    findings: Findings,
    printed: set[str] | None = None,
) -> None:
    """The demands of a paragraph; ``printed``: who a line below it names as answering for it."""
    paragraph = document.speech.body[rank]
    text = paragraph.text
    dates, counts = document.dates[rank], document.quantities[rank]
    for demand in demands_in(text, lexicon, dates, counts):
        if any(d.span.meets(demand.span) or _annotated(duties, demand) for d in duties):
            continue
        if printed is not None and not _of_another(paragraph, demand, printed, lexicon):
            continue
        limit = limit_in(text, Span(reach_back(text, demand.span.start), demand.span.end), dates)
        if (
            limit is None
            and demand.hard
            and re.search("这次|本次|该项|上述", text[demand.span.start : demand.span.end])
        ):
            limit = limit_before(text, demand.span, dates)
        count = next((q for q in counts if demand.act.covers(q.start)), None)
        lead = tuple(words_of(paragraph, n) for n in demand.actors)
        findings.tasks.append(
            Task(
                words_of(paragraph, demand.span),
                *act_and_object(words_of(paragraph, demand.act)),
                lead,
                tuple(words_of(paragraph, n) for n in demand.partners),
                limit_words(paragraph, limit) if limit else "",
                due_of(limit),
                count.words if count else "",
                "hard" if demand.hard else "soft",
                sections.at(rank, demand.span.start),
                demand.reason
                + _implied(text, lead, document)
                + (
                    f"；期限{limit.how}解作{limit.resolved}"
                    if limit and limit.resolved and limit.kind != "absolute"
                    else ""
                ),
                place_of(number, rank, paragraph, demand.span),
                demand.confidence,
            )
        )


def _annotated(duties: list[Duty], demand: Demand) -> bool:
    """A sentence that a printed annotation follows belongs to that task."""
    return bool(duties) and demand.span.end <= duties[-1].span.start


def _of_another(paragraph: Paragraph, demand: Demand, printed: set[str], lexicon: Lexicon) -> bool:
    """Whether a demand is put to a known unit that the line below does not print."""
    known = {lexicon.resolve(name) for name in printed}
    asked = [lexicon.resolve(words_of(paragraph, name)) for name in demand.actors]
    return demand.hard and any(unit is not None and unit not in known for unit in asked)


def _implied(text: str, lead: tuple[str, ...], document: Read) -> str:
    """Who is meant by 三区 or 其他两个区, where the text lets one infer it."""
    for who in lead:
        if re.fullmatch(r"[两三四五六七八九]个?[区县市]", who):
            known = [
                p.text[s.start : s.end] for p in document.speech.body for s in regions_in(p.text)
            ]
            match = members_of(
                who, [k for k in known if not re.match("[我全各其]|[两三四五六七八九]", k)]
            )
            if match:
                return f"；“{who}”可能指{match.name}（{match.how}，请确认）"
    return ""


_VERB = re.compile(
    r"(?:抓紧|尽快|加快|进一步|认真|切实|积极|主动|全力|着力|持续|大力|坚持|统筹|组织|及时|统一|继续|深入|扎实|有序|全面|都|也|再)*"
    r"(?P<verb>研究制定|组织开展|推动落实|[\u4e00-\u9fff]{2})(?:好|了|出|到位)?"
)


def act_and_object(words: str) -> tuple[str, str]:
    """A first verb and what it is done to, both in the text's own words."""
    bare = re.sub(
        r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.．、])",
        "",
        words.strip("，。；：、 "),
    )
    bare = re.sub(
        r"^(?:围绕|对|就|按照|根据|通过|为|在)[^，。]{2,60}?(?=，|进行|抓紧|开展|研究|提出)",
        "",
        bare,
    ).lstrip("，")
    match = _VERB.match(bare)
    if not match:
        return "", bare[:40]
    rest = bare[match.end() :]
    stop = re.search("[，。；！]", rest)
    return bare[match.start("verb") : match.end()], rest[: stop.start()] if stop else rest
