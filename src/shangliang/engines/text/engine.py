"""A source read from its lines to its doubts: the whole way in one place.

Each step is linear in the length of the text; every finding keeps its place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from .anchors import anchor_of, shared_anchor
from .claims import claims_beside
from .dates import Anchor, DateFound, dates_in
from .duty_tables import rows_in
from .findings import Findings, Flag, Gap, Indicator, Place, Task
from .flags import (
    anniversary_years,
    date_doubts,
    meeting_years,
    near_terms,
    near_titles,
    placeholders_in,
    quantity_doubts,
    says_wide,
    wording_doubts,
)
from .gaps import shortfalls_in
from .indicators import Context, Figure, figures_in
from .mapped import Span
from .outline import Heading, outline_of
from .printed_duties import Duty, duties_in
from .quantities import Quantity, quantities_in
from .regions import regions_in
from .source import Source, source_of_text
from .speeches import Speech, speeches_of
from .tasks import Demand, demands_in
from .units import Lexicon, common_lexicon, members_of
from .wraps import Paragraph, paragraphs_of


@dataclass
class Read:
    """One speech with its outline, its anchor and what its paragraphs hold."""

    speech: Speech
    outline: list[Heading]
    anchor: Anchor = field(default_factory=Anchor)
    dates: list[list[DateFound]] = field(default_factory=list)
    quantities: list[list[Quantity]] = field(default_factory=list)


@dataclass
class Reading:
    """Everything read from one source."""

    source: Source
    documents: list[Read]
    findings: Findings


def read_text(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Pasted text, read."""
    return read_source(source_of_text(text), lexicon)


def read_source(source: Source, lexicon: Lexicon | None = None) -> Reading:
    """A source, read with a lexicon of units (ours where none is given)."""
    lexicon = lexicon or common_lexicon()
    speeches = speeches_of(source, paragraphs_of(source))
    documents = [Read(speech, outline_of(speech.body)) for speech in speeches]
    anchors = shared_anchor(speeches, [anchor_of(speech) for speech in speeches])
    findings = Findings()
    for number, (document, anchor) in enumerate(zip(documents, anchors, strict=True)):
        document.anchor = anchor
        _read_document(number, document, lexicon, findings)
        _head_flags(document, findings)
    _file_flags(source, documents, findings)
    findings.flags.sort(key=lambda flag: flag.lines)
    return Reading(source, documents, findings)


# -- one document ------------------------------------------------------------------------------


def _read_document(number: int, document: Read, lexicon: Lexicon, findings: Findings) -> None:
    body = document.speech.body
    context = Context()
    figures: list[tuple[int, Figure]] = []
    sections = _Sections(document)
    wide = any(says_wide(p.text) for p in body)
    for rank, paragraph in enumerate(body):
        text = paragraph.text
        dates = dates_in(text, document.anchor)
        quantities = quantities_in(text, [Span(d.start, d.end) for d in dates])
        document.dates.append(dates)
        document.quantities.append(quantities)
        duties = duties_in(text)
        _printed_tasks(number, document, rank, duties, sections, findings)
        _spoken_tasks(number, document, rank, duties, lexicon, sections, findings)
        context.region = context.base
        found = figures_in(text, quantities, dates, context)
        figures.extend((rank, figure) for figure in found)
        _indicators(number, rank, paragraph, found, findings)
        for gap in shortfalls_in(text):
            findings.gaps.append(
                Gap(
                    gap.subject,
                    _words(paragraph, gap.span),
                    gap.target,
                    _place(number, rank, paragraph, gap.span),
                )
            )
        for doubt in [
            *date_doubts(text, dates, document.anchor),
            *quantity_doubts(text, quantities),
            *wording_doubts(text, wide),
        ]:
            findings.flags.append(
                Flag(
                    doubt.kind,
                    _words(paragraph, doubt.span),
                    doubt.why,
                    doubt.suggestion,
                    _lines(paragraph, doubt.span),
                )
            )
    for row in rows_in(body):
        findings.tasks.append(row.task(number, body))
    _claims(document, figures, findings)
    _placeholders(document, findings)
    _against_meetings(document, findings)


def _words(paragraph: Paragraph, span: Span) -> str:
    return paragraph.words.words(span.start, span.end)


def _lines(paragraph: Paragraph, span: Span) -> tuple[int, int]:
    return paragraph.words.lines(span.start, span.end)


def _place(document: int, rank: int, paragraph: Paragraph, span: Span) -> Place:
    return Place(document, rank, span.start, span.end, _lines(paragraph, span))


class _Sections:
    """Which heading a place stands under, as "一、（二）" with the innermost words."""

    def __init__(self, document: Read) -> None:
        self.outline = document.outline
        self.body = document.speech.body
        self.keys = [(h.paragraph, h.marker.start) for h in self.outline]
        self.paths: list[str] = []
        open_ones: list[Heading] = []
        for heading in self.outline:
            while open_ones and open_ones[-1].level >= heading.level:
                open_ones.pop()
            open_ones.append(heading)
            self.paths.append(" ".join(self._label(h) for h in open_ones))

    def _label(self, heading: Heading) -> str:
        words = self.body[heading.paragraph].words.words(heading.start, heading.end)
        return heading.marker.words + (words if len(words) <= 24 else words[:24] + "…")

    def at(self, paragraph: int, start: int) -> str:
        """The section of a place, "" before the first heading."""
        rank = bisect_right(self.keys, (paragraph, start)) - 1
        return self.paths[rank] if rank >= 0 else ""


# -- tasks -------------------------------------------------------------------------------------


def _printed_tasks(
    number: int,
    document: Read,
    rank: int,
    duties: list[Duty],
    sections: _Sections,
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
        limit = _limit(home.text, span, dates) if duty.deadline is None else None
        deadline = (
            _words(paragraph, duty.deadline)
            if duty.deadline
            else (_limit_words(home, limit) if limit else "")
        )
        count = next((q for q in counts if span.covers(q.start)), None)
        first = _first_sentence(home.text, span)
        findings.tasks.append(
            Task(
                _words(home, span) or _words(paragraph, duty.span),
                *_act_and_object(_words(home, first)),
                tuple(_words(paragraph, n) for n in duty.lead),
                tuple(_words(paragraph, n) for n in duty.partners),
                deadline,
                _due(limit),
                count.words if count else "",
                "hard",
                sections.at(home_rank, span.start + 1),
                f"文中印明分工：{_words(paragraph, duty.span)[:60]}",
                _place(number, home_rank, home, span if len(span) else duty.span),
                1.0,
            )
        )
        begin = duty.span.end


def _first_sentence(text: str, span: Span) -> Span:
    stop = text.find("。", span.start, span.end)
    return Span(span.start, stop if stop > 0 else span.end)


def _spoken_tasks(
    number: int,
    document: Read,
    rank: int,
    duties: list[Duty],
    lexicon: Lexicon,
    sections: _Sections,
    findings: Findings,
) -> None:
    paragraph = document.speech.body[rank]
    text = paragraph.text
    dates, counts = document.dates[rank], document.quantities[rank]
    for demand in demands_in(text, lexicon, dates, counts):
        if any(d.span.meets(demand.span) or _annotated(duties, demand) for d in duties):
            continue
        limit = _limit(text, Span(_reach_back(text, demand.span.start), demand.span.end), dates)
        if (
            limit is None
            and demand.hard
            and re.search("这次|本次|该项|上述", text[demand.span.start : demand.span.end])
        ):
            limit = _limit_before(text, demand.span, dates)
        count = next((q for q in counts if demand.act.covers(q.start)), None)
        lead = tuple(_words(paragraph, n) for n in demand.actors)
        findings.tasks.append(
            Task(
                _words(paragraph, demand.span),
                *_act_and_object(_words(paragraph, demand.act)),
                lead,
                tuple(_words(paragraph, n) for n in demand.partners),
                _limit_words(paragraph, limit) if limit else "",
                _due(limit),
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
                _place(number, rank, paragraph, demand.span),
                demand.confidence,
            )
        )


def _reach_back(text: str, start: int) -> int:
    """A date may stand just before the demand ("下半年，将组织…"), within its sentence."""
    back = max(0, start - 12)
    return max(back, 1 + max(text.rfind(stop, back, start) for stop in "。！？；"))


def _annotated(duties: list[Duty], demand: Demand) -> bool:
    """A sentence that a printed annotation follows belongs to that task."""
    return bool(duties) and demand.span.end <= duties[-1].span.start


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


_BY = re.compile(r"^(?:底?之?前|以前|之内|以内|底|末)")
_PASTWARD = re.compile(r"去年|上年|前年|近|以来|昨|上月")


def _limit(text: str, span: Span, dates: list[DateFound]) -> DateFound | None:
    """The date by which: the last "…前" in the span, else its first date that is not past."""
    inside = [d for d in dates if d.start >= span.start and d.end <= span.end + 2]
    inside = [
        d
        for d in inside
        if not _PASTWARD.search(d.words) and not text[d.end : d.end + 2].startswith("以来")
    ]
    strict = [
        d
        for d in inside
        if _BY.match(text[d.end : d.end + 3])
        or re.search(r"(?:到|至|于|在)$", text[max(0, d.start - 1) : d.start])
        or d.words.endswith(("底", "末", "年内"))
    ]
    if strict:
        return strict[0]
    near = [d for d in inside if not re.match(r"今天|当前|年初", d.words)]
    return near[0] if near else None


def _limit_before(text: str, span: Span, dates: list[DateFound]) -> DateFound | None:
    """The date of the sentence just before: "论坛5月召开。…开好这次会议"."""
    before = [d for d in dates if span.start - 120 <= d.start < span.start]
    return before[-1] if before else None


def _limit_words(paragraph: Paragraph, limit: DateFound) -> str:
    text = paragraph.text
    more = re.match(r"底?之?前|以前|之内|以内|底|末", text[limit.end : limit.end + 3])
    end = limit.end + (more.end() if more else 0)
    return paragraph.words.words(limit.start, end)


def _due(limit: DateFound | None) -> str:
    return limit.last.isoformat() if limit and limit.last else ""


_VERB = re.compile(
    r"(?:抓紧|尽快|加快|进一步|认真|切实|积极|主动|全力|着力|持续|大力|坚持|统筹|组织|及时|统一|继续|深入|扎实|有序|全面|都|也|再)*"
    r"(?P<verb>研究制定|组织开展|推动落实|[\u4e00-\u9fff]{2})(?:好|了|出|到位)?"
)


def _act_and_object(words: str) -> tuple[str, str]:
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


# -- figures, claims, file-wide doubts -----------------------------------------------------------


def _indicators(
    number: int, rank: int, paragraph: Paragraph, figures: list[Figure], findings: Findings
) -> None:
    for figure in figures:
        quantity = figure.quantity
        findings.indicators.append(
            Indicator(
                figure.region,
                figure.indicator,
                figure.value,
                quantity.high,
                quantity.unit,
                figure.period,
                figure.comparison,
                figure.kind,
                _words(paragraph, figure.span),
                _place(number, rank, paragraph, figure.span),
                figure.note,
            )
        )


def _claims(document: Read, figures: list[tuple[int, Figure]], findings: Findings) -> None:
    body = document.speech.body
    for claim in claims_beside([p.text for p in body], figures):
        findings.flags.append(
            Flag(
                "claim_against_data",
                _words(body[claim.paragraph], claim.span),
                claim.found,
                "说法与数据并列，请核对口径；系统不作取舍，也不以简单平均代替全市数",
                _lines(body[claim.paragraph], claim.span),
            )
        )


def _placeholders(document: Read, findings: Findings) -> None:
    """One doubt for each kind of mark in a document, at its first place, with how often it stands."""
    paragraphs = [*document.speech.head, *document.speech.body]
    first: dict[str, tuple[Paragraph, Span]] = {}
    count: dict[str, int] = {}
    for paragraph in paragraphs:
        for span in placeholders_in(paragraph.text):
            mark = paragraph.text[span.start]
            first.setdefault(mark, (paragraph, span))
            count[mark] = count.get(mark, 0) + 1
    for mark, (paragraph, span) in first.items():
        findings.flags.append(
            Flag(
                "placeholder",
                _words(paragraph, span),
                f"本篇有{count[mark]}处以“{mark}”遮去的字；同样的记号未必是同一个人或地方",
                "当作“未知”，不作比对；上下文可能透露真实地名，公开前请检查",
                _lines(paragraph, span),
            )
        )


def _against_meetings(document: Read, findings: Findings) -> None:
    """Explicit years of past work later than what anniversaries and meetings of the text point to."""
    body = document.speech.body
    pointed = [
        (rank, span, year)
        for rank, p in enumerate(body)
        for span, year in anniversary_years(p.text)
    ]
    if not pointed or document.anchor.status == "stated":
        return
    latest = max(year for _, _, year in pointed)
    meetings = [year for p in body for _, year in meeting_years(p.text)]
    for rank, paragraph in enumerate(body):
        for found in document.dates[rank]:
            since = paragraph.text[found.end : found.end + 2] == "以来"
            if found.kind == "absolute" and found.first and found.first.year > latest and since:
                rank_a, span, year = pointed[0]
                said = _words(body[rank_a], span)
                clue = f"，又以{max(meetings)}年的会议为近事" if meetings else ""
                why = f"说自{found.first.year}年以来已做的事，而“{said}”指{year}年{clue}"
                for home, where in (
                    (paragraph, Span(found.start, found.end)),
                    (body[rank_a], span),
                ):
                    findings.flags.append(
                        Flag(
                            "impossible_date",
                            _words(home, where),
                            why,
                            "两处年份至少一处有误，请查原件",
                            _lines(home, where),
                        )
                    )


def _head_flags(document: Read, findings: Findings) -> None:
    speech = document.speech
    if not speech.body:
        return
    first = (speech.body[0].first, speech.body[0].first)
    opening = _words(speech.body[0], Span(0, min(30, len(speech.body[0].text))))
    if speech.title_status != "stated":
        why = "没有紧连正文的题名" if not speech.title else "题名是推断的"
        findings.flags.append(
            Flag("title_missing", opening, why, speech.title or "请补写题名", first)
        )
    if speech.subtitle:
        lines = next(
            ((p.first, p.last) for p in speech.head if p.text.startswith(("—", "－", "--"))), first
        )
        findings.flags.append(
            Flag(
                "title_missing",
                speech.subtitle,
                "只有副题（以破折号起），主题名缺",
                "以副题暂代总题，请确认",
                lines,
            )
        )
    if speech.candidates or speech.author_status == "suggested":
        names = "；".join(f"{name}（{why}）" for name, why, _ in speech.candidates)
        findings.flags.append(
            Flag(
                "author_unsure",
                opening,
                "作者不能确定：" + ("；".join(speech.evidence) or "没有署名"),
                f"候选：{names}。请人工确认",
                first,
            )
        )
    for repeated in speech.repeated:
        findings.flags.append(
            Flag(
                "repeated_title",
                _words(repeated, Span(0, len(repeated.text))),
                "题名重复，只保留一次",
                "无需处理",
                (repeated.first, repeated.last),
            )
        )
    for paragraph in speech.head:
        if re.fullmatch(r"\d{2,8}", paragraph.text):
            findings.flags.append(
                Flag(
                    "page_ornament",
                    paragraph.text,
                    "文首孤立的数字，像版面装饰，不作标题或数据",
                    _year_hint(paragraph.text),
                    (paragraph.first, paragraph.last),
                )
            )


def _year_hint(digits: str) -> str:
    for words in (digits, digits[::-1], digits[2:] + digits[:2]):
        if re.fullmatch(r"(?:19|20)\d{2}", words):
            return f"可能是年份 {words} 的颠倒或竖排，仅作线索"
    return "可忽略"


def _file_flags(source: Source, documents: list[Read], findings: Findings) -> None:
    for document in documents:
        body = document.speech.body
        for number, span, other in near_terms([(i, p.text) for i, p in enumerate(body)]):
            words = _words(body[number], span)
            findings.flags.append(
                Flag(
                    "same_thing",
                    words,
                    f"前文作“{other}”",
                    "可能是同一件事的两种写法；照原文保留",
                    _lines(body[number], span),
                )
            )
    texts = [p.text for d in documents for p in d.speech.body]
    for one, other in near_titles(texts):
        place = next(
            ((p, p.text.index(other)) for d in documents for p in d.speech.body if other in p.text),
            None,
        )
        if place:
            paragraph, at = place
            span = Span(at, at + len(other))
            findings.flags.append(
                Flag(
                    "similar_titles",
                    _words(paragraph, span),
                    f"与《{one}》名称相近",
                    "按两份文件分别处理，不合并",
                    _lines(paragraph, span),
                )
            )
