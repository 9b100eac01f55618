"""Sheets as bureaux send them, for tests."""

import io

from openpyxl import Workbook

from shangliang.engines.indicators.book import read_file
from shangliang.yardsticks.actions.map_columns import map_columns
from shangliang.yardsticks.actions.take_in import take_in
from shangliang.yardsticks.figures_in import plan


def workbook(rows, merged=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bureau_sheet(title="2026年上半年主要经济指标", values=(5.8, 6.1)):
    return workbook(
        [
            [title], ["单位：亿元、%"],
            ["县区", "地区生产总值", None, "固定资产投资", None],
            [None, "总量", "同比增长", "同比增长", "位次"],
            ["一江区", 120.5, values[0], values[1], 1],
            ["二 桥 区", 88.1, "下降−2.1", "—", None],
            ["合计", 208.6, 4.4, 4.9, None],
            ["注：三塘县另报。"],
        ],
        ["A1:E1", "A3:A4", "B3:C3", "D3:E3"],
    )  # fmt: skip


def take(ruler, data, kind="xlsx"):
    return take_in(
        ruler.seat("organiser"), sheet=read_file(data, kind), file_name=f"表.{kind}", source="市统计局", on=None
    )  # fmt: skip


def mapped(ruler, data):
    batch = take(ruler, data)
    if batch.state == "read":
        batch = map_columns(
            ruler.seat("organiser"), batch.pk, columns=batch.mapping["columns"], period=batch.mapping["period"]
        )  # fmt: skip
    return batch


def long(ruler, *lines):
    text = "地区,指标,期间,数值,单位\n" + "\n".join(lines)
    return plan(take(ruler, text.encode("gb18030"), "csv"))
