"""Figures of plain-text tables as indicators: each carries its whole row as evidence."""

from __future__ import annotations

from .figure_tables import by_line
from .findings import Findings, Indicator
from .mapped import Span
from .reading_parts import Read, place_of, words_of


def table_figures(number: int, document: Read, findings: Findings) -> set[int]:
    """Adds what the tables of a document hold; returns the ranks of their paragraphs.

    Rows stand in paragraphs of their own, so that no sentence is read across a table.
    """
    ranks: set[int] = set()
    for rank, paragraph in enumerate(document.speech.body):
        cells = by_line(paragraph.words.source).get(paragraph.first - 1)
        if cells is None or paragraph.first != paragraph.last:
            continue
        ranks.add(rank)
        span = Span(0, len(paragraph.text))
        for cell in cells:
            findings.indicators.append(
                Indicator(
                    cell.region,
                    cell.indicator,
                    cell.value,
                    None,
                    cell.unit,
                    cell.period,
                    "增减" if cell.change else "",
                    "actual",
                    words_of(paragraph, span),
                    place_of(number, rank, paragraph, span),
                    "" if cell.unit else "表格没有写明单位",
                )
            )
    return ranks
