"""Doubts about money, unknown units and torn tables."""

from __future__ import annotations

import re

from .cleaning import furniture
from .figure_rows import Figure
from .findings import Findings, Flag
from .mapped import Span
from .reading_parts import Read, lines_of, words_of
from .source import Source
from .units import Lexicon

_YUAN = {"亿元": 1e8, "万元": 1e4, "元": 1.0, "万亿元": 1e12}
_DEPARTMENT = re.compile(r"(?:(?<![格布结大全开时僵])局|厅|委|办)$")
SHORT, LEAST_LINES, NEAR = 8, 8, 40


def money_doubts(document: Read, figures: list[tuple[int, Figure]], findings: Findings) -> None:
    """More spent than is in place: said within one paragraph, in whatever units of money."""
    in_place: tuple[int, Figure, float] | None = None
    for rank, figure in figures:
        worth = _YUAN.get(figure.quantity.unit)
        if worth is None or figure.kind == "hypothetical":
            continue
        text = document.speech.body[rank].text
        said = text[max(0, figure.quantity.start - 16) : figure.quantity.start]
        amount = abs(figure.value) * worth
        if "到位" in said and "支出" not in said:
            in_place = (rank, figure, amount)
        elif in_place and re.search("支出|支付|使用", said) and in_place[0] == rank:
            _, before, limit = in_place
            if amount > limit and figure.region in (before.region, ""):
                paragraph = document.speech.body[rank]
                span = Span(before.span.start, figure.quantity.end)
                findings.flags.append(
                    Flag(
                        "overspent",
                        words_of(paragraph, span),
                        f"支出{figure.quantity.words}大于到位{before.quantity.words}",
                        "两个数字口径可能不同，或有一处写错；请核对",
                        lines_of(paragraph, span),
                    )
                )


def unit_doubts(findings: Findings, lexicon: Lexicon) -> None:
    """Departments the lexicon does not know: asked about once each, kept as written."""
    asked: set[str] = set()
    for task in findings.tasks:
        for name in (*task.lead, *task.partners):
            bare = re.sub(r"\s", "", name)
            if bare in asked or not _DEPARTMENT.search(bare) or re.match("各|有关|相关", bare):
                continue
            asked.add(bare)
            if lexicon.resolve(bare) is None:
                findings.flags.append(
                    Flag(
                        "unknown_unit",
                        name,
                        "单位名录里没有这个名称",
                        "请选定对应单位，或把它补进名录；照原文保留",
                        task.place.lines,
                    )
                )


_CELL = re.compile(r"[-－−]?\d[\d.,]*[%％‰]?$")


def uneven_tables(source: Source, findings: Findings) -> None:
    """Rows that have more or fewer cells than their head: whose figure it is nobody can say.

    Figures read from such rows are not offered; the rows are told as a doubt.
    """
    torn: set[int] = set()
    head: list[str] = []
    rows: list[int] = []
    uneven = False
    for number, line in enumerate([*source.lines, ""], start=1):
        cells = line.split()
        figures = [cell for cell in cells if _CELL.match(cell)]
        if head and cells and len(cells) <= len(head) and not re.search("[，。；：]", line):
            rows.append(number)
            uneven = uneven or len(cells) != len(head) or bool(_CELL.match(cells[0]))
            continue
        if (
            head
            and uneven
            and any(_CELL.match(c) for n in rows for c in source.lines[n - 1].split())
        ):
            torn.update(rows)
            words = source.lines[rows[0] - 1].strip()
            findings.flags.append(
                Flag(
                    "torn_table",
                    words,
                    f"第{rows[0]}—{rows[-1]}行的格数和表头不一样，像是表格被拆散，哪个数是谁的说不准",
                    "请对照原表逐个补；系统不猜",
                    (rows[0], rows[-1]),
                )
            )
        short = 3 <= len(cells) <= 12 and not figures and not re.search("[，。；：]", line)
        head = cells if short and all(2 <= len(cell) <= 16 for cell in cells) else []
        rows, uneven = [], False
    if torn:
        findings.indicators[:] = [
            row
            for row in findings.indicators
            if not torn & set(range(row.place.lines[0], row.place.lines[1] + 1))
        ]


def torn_tables(source: Source, findings: Findings) -> None:
    """Long runs of very short lines: a table whose cells came out one below the other."""
    skipped = furniture(source)
    runs: list[list[int]] = []
    run: list[int] = []
    for number, line in enumerate([*source.lines, "。" * (SHORT + 1)]):
        bare = line.strip()
        if not bare or number in skipped:
            continue
        if len(bare) <= SHORT and bare[-1] not in "。！？：":
            run.append(number + 1)
            continue
        if len(run) >= LEAST_LINES:
            if runs and run[0] - runs[-1][-1] <= NEAR:
                runs[-1] += run
            else:
                runs.append(run)
        run = []
    for torn in runs:
        findings.flags.append(
            Flag(
                "torn_table",
                source.lines[torn[0] - 1].strip(),
                f"第{torn[0]}—{torn[-1]}行都很短，像是表格被拆散",
                "这一段的任务和数字请对照原表核对",
                (torn[0], torn[-1]),
            )
        )
