"""A spreadsheet file → its first table, by the sheet reader.

Formula cells without a computed value are looked for in small files: a spreadsheet keeps the value
beside the formula, a script that wrote the file may not have.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from openpyxl import load_workbook
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from .grid import SheetRead, SheetRefused, read_sheet

MOST_ROWS, MOST_COLUMNS = 120_000, 400
FORMULAS_UP_TO = 3_000
Range = tuple[int, int, int, int]
Grid = list[list[object]]


def read_file(data: bytes, kind: str) -> SheetRead:
    """The first sheet with a table; what other sheets hold is said in its notes. Raises :class:`SheetRefused`."""
    if kind == "csv":
        return read_sheet(_csv(data))
    refused: SheetRefused | None = None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for at, name in enumerate(book.sheet_names):
            sheet = book.get_sheet_by_name(name)
            if not sheet.total_height:
                continue
            try:
                found = read_sheet(*_cells(sheet, name, data, kind))
            except SheetRefused as why:
                refused = refused or why
                continue
            if others := [
                n for n in book.sheet_names[at + 1 :] if book.get_sheet_by_name(n).total_height
            ]:
                found.notes.append(
                    f"读的是“{name}”；文件里还有“{'”“'.join(others[:5])}”没有读，请分别另存后再传。"
                )
            return found
    except (CalamineError, OverflowError, ValueError) as error:
        if isinstance(error, SheetRefused):
            raise
        raise SheetRefused(
            "文件打不开，可能损坏了。请用表格软件打开后另存为 .xlsx 再传。"
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader is written in Rust
            raise
        raise SheetRefused("文件打不开，可能损坏了。") from error
    raise refused or SheetRefused("表是空的。")


def _cells(sheet: CalamineSheet, name: str, data: bytes, kind: str) -> tuple[Grid, list[Range]]:
    """Cells and merged ranges of one sheet."""
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise SheetRefused(f"表太大：最多{MOST_ROWS:,}行、{MOST_COLUMNS}列，请分成几个文件。")
    grid: Grid = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    merged = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or []]
    if kind == "xlsx" and len(grid) <= FORMULAS_UP_TO:
        _formulas(data, name, grid)
    return grid, merged


def _formulas(data: bytes, name: str, grid: list[list[object]]) -> None:
    """Write the formula into cells that have one and no value."""
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)[name]
        for y, row in enumerate(sheet.iter_rows(values_only=True)):
            for x, cell in enumerate(row):
                bare = y < len(grid) and x < len(grid[y]) and grid[y][x] in ("", None)
                if bare and isinstance(cell, str) and cell.startswith(("=", "#")):
                    grid[y][x] = cell
    except (KeyError, ValueError, TypeError, AttributeError):
        return  # what calamine read stands


def _csv(data: bytes) -> list[list[object]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise SheetRefused("文件不是 UTF-8 也不是 GB18030 编码，请另存为 .xlsx 再传。")
    if "\x00" in text:
        raise SheetRefused("这不是 CSV 文件，请在表格软件里另存为 .xlsx。")
    first = next((line for line in text.splitlines() if line.strip()), "")
    comma = max(",\t;", key=first.count)
    rows: list[list[object]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma):
            rows.append(list(row))
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise SheetRefused(f"表太大：最多{MOST_ROWS:,}行、{MOST_COLUMNS}列。")
    except csv.Error as error:
        raise SheetRefused(f"表格第{len(rows) + 1}行读不下去，请检查引号是否成对。") from error
    return rows


def plain(cell: object) -> object:
    """A cell as it can be kept in JSON and read again: dates as ISO text with their mark."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool | int | float | str) or cell is None:
        return cell
    return str(cell)
