"""Tables that stand the other way round, behind a cover, without a period."""

import io

from django.test import Client
from openpyxl import Workbook

from shangliang.yardsticks.figures_in import plan
from shangliang.yardsticks.tests.sheets import take, workbook


def test_indicators_down_and_counties_across_are_turned_and_keep_their_rows(ruler):
    data = workbook([
        ["主要指标对比（2026年1—10月）"],
        ["指标", "计量单位", "一江区", "二 桥 区", "全市"],
        ["地区生产总值增速", "%", 5.1, "—", 4.9],
        ["没有登记的指标", "户", 3, 4, 7],
    ])  # fmt: skip
    rows = plan(take(ruler, data))
    assert [(r.row, str(r.region), r.status) for r in rows] == [
        (3, "一江区", "new"), (3, "二桥区", "new"), (3, "全市", "new"),
        (4, "一江区", "error"), (4, "二桥区", "error"), (4, "全市", "error"),
    ]  # fmt: skip
    assert (rows[0].period, rows[1].mark) == ("2026M10", "missing")
    assert {f.code for f in rows[3].flags} == {"indicator_unknown"}


def test_periods_across_are_turned_by_the_indicator_of_the_title(ruler):
    data = workbook([
        ["历年地区生产总值增速", None, None], ["单位：%"],
        ["县区", "2025年前三季度", "2026年前三季度"],
        ["一江区", 5.1, 5.4], ["二桥区", 4.0, 4.2],
    ])  # fmt: skip
    assert [(r.period, float(r.value)) for r in plan(take(ruler, data))] == [
        ("2025Q3", 5.1), ("2026Q3", 5.4), ("2025Q3", 4.0), ("2026Q3", 4.2),
    ]  # fmt: skip


def test_a_cover_is_passed_over_and_a_sheet_that_was_not_read_is_named(ruler):
    book = Workbook()
    book.active.append(["内部资料"])
    for name in ("表1", "表2"):
        sheet = book.create_sheet(name)
        sheet.append(["县区", "地区生产总值增速（%）"])
        sheet.append(["一江区", 5.1])
    out = io.BytesIO()
    book.save(out)
    batch = take(ruler, out.getvalue())
    assert len(batch.sheet["rows"]) == 1
    assert any("“表2”没有读" in note for note in batch.sheet["notes"])


def test_a_table_across_that_names_no_period_is_refused_in_words(ruler):
    client = Client()
    client.force_login(ruler.account("organiser"))
    said = client.post(
        "/figures/",
        {"pasted": "指标\t一江区\t二桥区\n地区生产总值增速\t5.1\t4.0", "source": "统计局"},
    )
    assert said.status_code == 422
    assert "看不出这张表是哪个期间" in said.content.decode()
    assert "5.1" in said.content.decode()
