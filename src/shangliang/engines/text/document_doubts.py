"""Doubts that need a whole speech or the whole file: claims, hidden names, titles, authors, years."""

from __future__ import annotations

import re

from .claims import claims_beside
from .figure_rows import Figure
from .findings import Findings, Flag
from .flags import anniversary_years, meeting_years, near_terms, near_titles, placeholders_in
from .mapped import Span
from .reading_parts import Read, lines_of, words_of
from .source import Source
from .wraps import Paragraph

# "——2024年3月5日在第二次会议上": when and where it was said, under a title that stands above.
_SAID_WHERE = re.compile(r"\d{1,2}月\d{1,2}日|在.{2,40}会议?上$")


def claims_found(document: Read, figures: list[tuple[int, Figure]], findings: Findings) -> None:
    body = document.speech.body
    for claim in claims_beside([p.text for p in body], figures):
        findings.flags.append(
            Flag(
                "claim_against_data",
                words_of(body[claim.paragraph], claim.span),
                claim.found,
                "说法与数据并列，请核对口径；系统不作取舍，也不以简单平均代替全市数",
                lines_of(body[claim.paragraph], claim.span),
            )
        )


def hidden_names(document: Read, findings: Findings) -> None:
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
                words_of(paragraph, span),
                f"本篇有{count[mark]}处以“{mark}”遮去的字；同样的记号未必是同一个人或地方",
                "当作“未知”，不作比对；上下文可能透露真实地名，公开前请检查",
                lines_of(paragraph, span),
            )
        )


def against_meetings(document: Read, findings: Findings) -> None:
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
                said = words_of(body[rank_a], span)
                clue = f"，又以{max(meetings)}年的会议为近事" if meetings else ""
                why = f"说自{found.first.year}年以来已做的事，而“{said}”指{year}年{clue}"
                for home, where in (
                    (paragraph, Span(found.start, found.end)),
                    (body[rank_a], span),
                ):
                    findings.flags.append(
                        Flag(
                            "impossible_date",
                            words_of(home, where),
                            why,
                            "两处年份至少一处有误，请查原件",
                            lines_of(home, where),
                        )
                    )


def head_doubts(document: Read, findings: Findings) -> None:
    speech = document.speech
    if not speech.body:
        return
    span = Span(0, min(30, len(speech.body[0].text)))
    opening, first = words_of(speech.body[0], span), lines_of(speech.body[0], span)
    if speech.title_status != "stated":
        why = "没有紧连正文的题名" if not speech.title else "题名是推断的"
        findings.flags.append(
            Flag("title_missing", opening, why, speech.title or "请补写题名", first)
        )
    if speech.subtitle and not (
        speech.title_status == "stated" and _SAID_WHERE.search(speech.subtitle)
    ):
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
                words_of(repeated, Span(0, len(repeated.text))),
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


def file_doubts(source: Source, documents: list[Read], findings: Findings) -> None:
    for document in documents:
        body = document.speech.body
        for number, span, other in near_terms([(i, p.text) for i, p in enumerate(body)]):
            words = words_of(body[number], span)
            findings.flags.append(
                Flag(
                    "same_thing",
                    words,
                    f"前文作“{other}”",
                    "可能是同一件事的两种写法；照原文保留",
                    lines_of(body[number], span),
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
                    words_of(paragraph, span),
                    f"与《{one}》名称相近",
                    "按两份文件分别处理，不合并",
                    lines_of(paragraph, span),
                )
            )
