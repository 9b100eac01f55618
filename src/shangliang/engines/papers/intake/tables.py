"""Lists from offices: .xlsx, .xls and .csv as a header and rows of text and dates."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from .checks import decode_text
from .names import extension
from .refusals import BROKEN, ENCRYPTED, UploadRefused

Cell = str | date

MOST_ROWS = 100_000
MOST_COLUMNS = 500
_HEADER_WITHIN = 20
_EXACT_DIGITS = 15  # a spreadsheet number keeps no more


@dataclass(frozen=True)
class Table:
    """``rows`` are as wide as ``header``; ``first_row`` is the sheet's row number of rows[0].

    ``rows[i]`` stood on sheet row ``row_numbers[i]``, so that an error can name it.
    """

    header: list[str]
    rows: list[list[Cell]]
    row_numbers: list[int] = field(default_factory=list)
    above: list[str] = field(default_factory=list)  # title lines over the header
    warnings: list[str] = field(default_factory=list)


def read_table(data: bytes, name: str) -> Table:
    """The first sheet that holds anything.

    Title lines above the header are skipped, numbers become text without ".0", dates become
    ``date``, formulas their last computed value, empty rows go. Raises ``UploadRefused`` with code
    ``broken``, ``encrypted``, ``kind``, ``too_many_rows`` or ``empty_table``.
    """
    kind = extension(name)
    if kind == "csv":
        grid, warnings = _csv(data), list[str]()
    elif kind in ("xlsx", "xls"):
        grid, warnings = _workbook(data)
    else:
        raise UploadRefused("kind", "这里只能读 .xlsx、.xls、.csv 表格。")
    return _table(grid, warnings)


def _csv(data: bytes) -> list[list[Cell]]:
    text = decode_text(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",\t;，", key=first.count)
    grid: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text.replace("\x00", "")), delimiter=delimiter):
            grid.append([cell.strip() for cell in row])
            _check_size(len(grid), len(row))
    except csv.Error as error:
        raise UploadRefused(
            "broken", f"表格第 {len(grid) + 1} 行读不下去，请检查引号是否成对。"
        ) from error
    return grid


def _workbook(data: bytes) -> tuple[list[list[Cell]], list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if not sheet.total_height:
                continue
            _check_size(sheet.total_height, sheet.total_width)
            values = sheet.to_python(skip_empty_area=False)
            warnings = [f"共有 {len(book.sheet_names)} 张工作表，只读了“{name}”。"] * (
                len(book.sheet_names) > 1
            )
            if any(_loses_digits(cell) for row in values for cell in row):
                warnings.append(
                    "有超过 15 位的号码是按数字存的，末尾几位已被表格软件抹掉。请把该列设为文本后重填。"
                )
            return [[_plain(cell) for cell in row] for row in values], warnings
    except PasswordError as error:
        raise UploadRefused("encrypted", ENCRYPTED) from error
    except (CalamineError, OverflowError) as error:
        raise UploadRefused("broken", BROKEN) from error
    except UploadRefused:
        raise
    except BaseException as error:
        # The reader is written in Rust and gives up on some torn files with a panic, which Python
        # does not count among its exceptions.
        if type(error).__name__ != "PanicException":
            raise
        raise UploadRefused("broken", BROKEN) from error
    raise UploadRefused("empty_table", "表格里没有内容。")


def _check_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise UploadRefused("too_many_rows", f"表格超过 {MOST_ROWS:,} 行。请拆成几个文件分别导入。")
    if columns > MOST_COLUMNS:
        raise UploadRefused("too_many_columns", f"表格超过 {MOST_COLUMNS} 列，请删去多余的列。")


def _loses_digits(cell: Any) -> bool:
    return isinstance(cell, float) and abs(cell) >= 10**_EXACT_DIGITS


def _plain(cell: Any) -> Cell:
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    if isinstance(cell, date):
        return cell
    if isinstance(cell, timedelta | time):
        return str(cell)
    return str(cell).strip() if cell is not None else ""


def _table(grid: list[list[Cell]], warnings: list[str]) -> Table:
    place = _header_place(grid)
    if place is None:
        raise UploadRefused("empty_table", "表格里没有内容。")
    header = ["".join(str(cell).split()) for cell in grid[place]]
    while header and not header[-1]:
        header.pop()
    width = max([len(header), *(_filled_width(row) for row in grid[place + 1 :])])
    header += [""] * (width - len(header))
    rows, numbers = [], []
    for number, row in enumerate(grid[place + 1 :], start=place + 2):
        if any(cell != "" for cell in row):
            rows.append((row + [""] * width)[:width])
            numbers.append(number)
    above = [" ".join(str(c) for c in row if c != "") for row in grid[:place]]
    return Table(header, rows, numbers, [line for line in above if line], warnings)


def _filled_width(row: list[Cell]) -> int:
    return max((n for n, cell in enumerate(row, start=1) if cell != ""), default=0)


def _header_place(grid: list[list[Cell]]) -> int | None:
    """The first row, among the first ones, that names nearly as many columns as any other does.

    A merged title fills one cell, a line "填报单位：… 日期：…" two or three; a header fills most.
    """
    head = grid[:_HEADER_WITHIN]
    names = [sum(_is_name(cell) for cell in row) for row in head]
    most = max(names, default=0)
    if not most:
        return None
    return next(place for place, count in enumerate(names) if count >= 0.8 * most)


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and 0 < len(cell) <= 40 and "：" not in cell
