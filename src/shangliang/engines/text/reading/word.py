"""Word documents: a paragraph is a line, a table row is a line with its cells set apart.

Numbers Word counts by itself stand in front of their paragraph, as on the printed page.
"""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from ...papers.intake import UploadRefused
from ...papers.intake.refusals import BROKEN
from ..source import Source
from .word_numbers import numbers_of


def source_of_docx(data: bytes) -> Source:
    """Body paragraphs and tables in order. Raises ``UploadRefused``."""
    try:
        document: Any = Document(io.BytesIO(data))
        numbers = numbers_of(document)
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                lines.extend((numbers.before(block) + block.text).split("\n"))
            elif isinstance(block, Table):
                lines.extend(_rows(block))
    except UploadRefused:
        raise
    except Exception as error:  # noqa: BLE001 - python-docx raises whatever a torn part provokes
        raise UploadRefused("broken", BROKEN) from error
    return Source(tuple(lines))


def _rows(table: Table) -> list[str]:
    rows = []
    for row in table.rows:
        cells: list[str] = []
        seen: set[Any] = set()
        for cell in row.cells:
            if cell._tc not in seen:  # a merged cell comes once
                seen.add(cell._tc)
                cells.append("".join(cell.text.split()))
        rows.append("  ".join(cells))
    return rows
