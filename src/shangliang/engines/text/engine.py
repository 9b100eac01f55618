"""A source read from its lines to its doubts: the whole way in one place.

Each step is linear in the length of the text; every finding keeps its place in the source.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .admissions import headed_so
from .anchors import anchor_of, shared_anchor
from .comparisons import kind_within
from .dates import Anchor, dates_in
from .document_doubts import against_meetings, claims_found, file_doubts, head_doubts, hidden_names
from .duty_fields import blocks_in
from .duty_tables import rows_in
from .findings import Findings, Flag, Gap, Indicator
from .flags import (
    date_doubts,
    quantity_doubts,
    says_wide,
    wording_doubts,
)
from .gaps import shortfalls_in
from .indicators import Context, Figure, figures_in
from .input_doubts import money_doubts, torn_tables, uneven_tables, unit_doubts
from .mapped import Span
from .outline import outline_of
from .printed_duties import duties_in
from .quantities import quantities_in
from .reading_parts import Read, Reading, Sections, lines_of, place_of, words_of
from .source import Source, source_of_text
from .speeches import speeches_of
from .standing_duties import standing_in
from .table_findings import table_figures
from .task_findings import printed_tasks, spoken_tasks
from .units import Lexicon, common_lexicon
from .wraps import Paragraph, paragraphs_of

# Headings under which figures are aimed at, and those under which they are told.
_AIMED = re.compile(
    r"目标|(?:重点|主要|下一步|今年)(?:的)?(?:工作|任务)|总体部署|总体要求|政策取向|工作的?(?:安排|部署|打算|建议)"
)
_TOLD = re.compile(r"回顾|情况|完成|成效|成绩|总结|进展|现状|存在")


def read_text(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Pasted text, read."""
    return read_source(source_of_text(text), lexicon)


def read_source(source: Source, lexicon: Lexicon | None = None, day: date | None = None) -> Reading:
    """A source, read with a lexicon of units (ours where none is given).

    ``day``: when it was given, where somebody knows; a day printed at its head stands above that.
    """
    lexicon = lexicon or common_lexicon()
    speeches = speeches_of(source, paragraphs_of(source))
    documents = [Read(speech, outline_of(speech.body)) for speech in speeches]
    anchors = shared_anchor(speeches, [anchor_of(speech) for speech in speeches])
    if day is not None:
        said = Anchor(day.year, day, "stated", f"收文时写明的日期 {day.isoformat()}")
        anchors = [anchor if anchor.day else said for anchor in anchors]
    findings = Findings()
    for number, (document, anchor) in enumerate(zip(documents, anchors, strict=True)):
        document.anchor = anchor
        _read_document(number, document, lexicon, findings)
        head_doubts(document, findings)
    file_doubts(source, documents, findings)
    unit_doubts(findings, lexicon)
    torn_tables(source, findings)
    uneven_tables(source, findings)
    findings.flags.sort(key=lambda flag: flag.lines)
    return Reading(source, documents, findings)


# -- one document ------------------------------------------------------------------------------


def _read_document(number: int, document: Read, lexicon: Lexicon, findings: Findings) -> None:
    body = document.speech.body
    context = Context()
    figures: list[tuple[int, Figure]] = []
    sections = Sections(document)
    wide = any(says_wide(p.text) for p in body)
    blocks = blocks_in(body)
    in_fields = {rank for block in blocks for rank in block.ranks}
    rows = {row.paragraph: row for row in rows_in(body)}
    duties = [duties_in(paragraph.text) for paragraph in body]
    standing = {s.ranks[0]: s for s in standing_in(body, document.outline, duties, in_fields)}
    printed_on = {rank for found in standing.values() for rank in found.ranks}
    answered = {r: found for found in standing.values() for r in range(found.first, found.last + 1)}
    tabled = table_figures(number, document, findings)
    meant: dict[str, str] = {}  # "上半年" -> the days it means, as last said
    for rank, paragraph in enumerate(body):
        text = paragraph.text
        dates = dates_in(text, document.anchor)
        quantities = quantities_in(text, [Span(d.start, d.end) for d in dates])
        document.dates.append(dates)
        document.quantities.append(quantities)
        if rank in standing:
            findings.tasks.append(standing[rank].task(number, document, sections))
        elif rank not in in_fields | printed_on:
            printed_tasks(number, document, rank, duties[rank], sections, findings)
            names = answered[rank].names(body) if rank in answered else None
            spoken_tasks(number, document, rank, duties[rank], lexicon, sections, findings, names)
        context.region = context.base
        # The last column of a table names units: no figure is of them.
        cell = text[: rows[rank].unit_span.start] if rank in rows else text
        found = [] if rank in tabled else figures_in(cell, quantities, dates, context)
        figures.extend((rank, figure) for figure in found)
        meant.update({date.words: date.resolved for date in dates})
        section = sections.at(rank, 0)
        headed = bool(_AIMED.search(section)) and not _TOLD.search(section)
        for figure in found:
            when = meant.get(figure.period, "")
            kind = kind_within(figure, text, when, headed, document.anchor)
            _indicator(number, rank, paragraph, replace(figure, kind=kind), when, findings)
        for gap in shortfalls_in(text, context.base, headed_so(section)):
            findings.gaps.append(
                Gap(
                    gap.subject,
                    words_of(paragraph, gap.span),
                    gap.target,
                    place_of(number, rank, paragraph, gap.span),
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
                    words_of(paragraph, doubt.span),
                    doubt.why,
                    doubt.suggestion,
                    lines_of(paragraph, doubt.span),
                )
            )
    for block in blocks:
        findings.tasks.append(block.task(number, body, sections.at(block.topic, 0)))
    for row in rows.values():
        findings.tasks.append(row.task(number, body))
    claims_found(document, figures, findings)
    money_doubts(document, figures, findings)
    hidden_names(document, findings)
    against_meetings(document, findings)


# -- figures ------------------------------------------------------------------------------------


def _indicator(
    number: int, rank: int, paragraph: Paragraph, figure: Figure, when: str, findings: Findings
) -> None:
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
            words_of(paragraph, figure.span),
            place_of(number, rank, paragraph, figure.span),
            figure.note,
            when,
        )
    )
