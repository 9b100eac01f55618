"""Exports: an exporter states its name, columns and a row iterator; xlsx and csv come for free.

Rows are streamed: xlsx in constant memory, csv line by line, whatever the count. Cells that a
spreadsheet would run as a formula are written as text (ASVS 1.2.10).
"""

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from django.http import HttpRequest
from django.utils import timezone
from xlsxwriter import Workbook

from ..procedures.seat import Role, Seat

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """A column's head and width in characters."""

    head: str
    width: int = 12


@dataclass(frozen=True)
class Exporter:
    """``rows(seat, request)`` yields tuples that fit ``columns``; it asks a fixed number of queries."""

    kind: str
    title: str
    columns: Sequence[Column]
    rows: Callable[[Seat, HttpRequest], Iterator[Sequence[Any]]]
    roles: tuple[Role, ...] = ()


EXPORTERS: dict[str, Exporter] = {}


def register(exporter: Exporter) -> Exporter:
    """Make an export known by its kind."""
    EXPORTERS[exporter.kind] = exporter
    return exporter


def plain(value: Any) -> Any:
    """A cell's value: local times, dates, numbers as they are; text never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, (int, float, date)):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def write_xlsx(
    out: BinaryIO, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], note: str
) -> int:
    """Write one sheet, row by row in constant memory; returns the number of rows."""
    book = Workbook(
        out,
        {
            "constant_memory": True,
            "default_date_format": "yyyy-mm-dd",
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": tempfile.gettempdir(),
        },
    )
    sheet = book.add_worksheet(title[:31].translate({ord(c): "_" for c in "[]:*?/\\"}))
    head = book.add_format({"bold": True, "bottom": 2, "text_wrap": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(2, 0)
    sheet.write_string(0, 0, note)
    for place, column in enumerate(columns):
        sheet.write_string(1, place, column.head, head)
    count = 0
    for count, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            cell = plain(value)
            if isinstance(cell, datetime):
                sheet.write_datetime(count + 1, place, cell, moment)
            elif isinstance(cell, date):
                sheet.write_datetime(count + 1, place, cell)
            elif isinstance(cell, str):
                sheet.write_string(count + 1, place, cell)
            else:
                sheet.write_number(count + 1, place, cell)
    book.close()
    return count


def csv_lines(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """CSV with a byte-order mark, since office spreadsheets read Chinese by it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)

    def taken() -> bytes:
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text.encode()

    writer.writerow([c.head for c in columns])
    yield b"\xef\xbb\xbf" + taken()
    for row in rows:
        writer.writerow([plain(value) for value in row])
        yield taken()
