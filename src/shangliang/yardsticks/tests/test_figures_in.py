"""Sheets as bureaux send them become readings; what is doubtful is named by row."""

from decimal import Decimal

import pytest
from django.test import Client

from shangliang.engines.indicators.book import read_file
from shangliang.jobs.models import Job
from shangliang.jobs.run import perform
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.yardsticks.actions.commit import commit
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.end_region import end_region
from shangliang.yardsticks.actions.name_region import name_region
from shangliang.yardsticks.actions.take_in import take_in
from shangliang.yardsticks.figures_in import plan
from shangliang.yardsticks.models import Batch, Reading
from shangliang.yardsticks.tests.sheets import bureau_sheet, long, mapped, take, workbook


def test_a_sheet_with_merged_heads_is_guessed_mapped_and_taken_in(ruler):
    batch = take(ruler, bureau_sheet())
    by_name = {c["indicator"] for c in batch.mapping["columns"].values()}
    assert by_name == {ruler.rulers[k].pk for k in ("gdp", "gdp_rate", "invest_rate")}
    batch = mapped(ruler, bureau_sheet())
    commit(ruler.seat("organiser"), batch.pk)
    batch.refresh_from_db()
    assert (batch.report["new"], batch.report["wrong"]) == (9, 0)
    low = Reading.objects.get(region=ruler.regions["二桥区"], yardstick=ruler.rulers["gdp_rate"])
    assert (low.value, low.period, low.source) == (Decimal("-2.1"), "2026Q2", "市统计局")
    missing = Reading.objects.get(
        region=ruler.regions["二桥区"], yardstick=ruler.rulers["invest_rate"]
    )
    assert (missing.value, missing.mark) == (None, "missing")
    assert any("没有当成上升" in row[3] for row in batch.report["doubts"])
    with pytest.raises(Refused, match="不会再记第二遍"):
        commit(ruler.seat("organiser"), batch.pk)


def test_the_next_quarters_sheet_comes_mapped_and_a_changed_figure_is_a_revision(ruler):
    commit(ruler.seat("organiser"), mapped(ruler, bureau_sheet()).pk)
    later = take(ruler, bureau_sheet("2026年前三季度主要经济指标", (5.5, 6.0)))
    assert (later.state, later.mapping["period"]) == ("mapped", "2026Q3")
    again = take(ruler, bureau_sheet(values=(5.7, 6.1)))
    assert again.state == "mapped"
    commit(ruler.seat("organiser"), again.pk)
    again.refresh_from_db()
    assert (again.report["revised"], again.report["same"], again.report["new"]) == (1, 8, 0)
    rows = Reading.objects.filter(
        region=ruler.regions["一江区"], yardstick=ruler.rulers["gdp_rate"]
    )
    assert [(r.value, r.current) for r in rows.order_by("revision")] == [
        (Decimal("5.8"), False),
        (Decimal("5.7"), True),
    ]


def test_a_figure_that_only_turned_its_sign_waits_for_a_word(ruler):
    ruler.record("gdp_rate", "一江区", "2026Q2", "-5.8")
    rows = plan(mapped(ruler, bureau_sheet()))
    stopped = [r for r in rows if r.stopped]
    assert [f.code for f in stopped[0].flags] == ["minus_lost"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("无此县,gdp_rate,2026Q1,5,%", "region_unknown"),
        ("一江区,无此指标,2026Q1,5,%", "indicator_unknown"),
        ("一江区,gdp_rate,去年,5,%", "period_unknown"),
        ("一江区,gdp_rate,2026Q1,5,个百分点", "percent_points"),
        ("一江区,gdp,2026Q1,5,人", "unit"),
        ("一江区,gdp_rate,2026Q1,=A1,%", "formula_cell"),
        ("一江区,gdp_rate,2026Q1,2026-05-08,%", "date_as_number"),
        ('一江区,gdp_rate,2026Q1,"5.1\n5.2",%', "word_table"),
    ],
)
def test_a_row_with_a_doubt_is_stopped_and_says_why(ruler, line, code):
    (row,) = long(ruler, line)
    assert row.status == "error"
    assert code in {f.code for f in row.flags}


def test_a_day_that_became_a_number_is_seen_beside_the_others(ruler):
    rows = long(
        ruler,
        "一江区,gdp_rate,2026Q1,5,%",
        "二桥区,gdp_rate,2026Q1,4,%",
        "三塘县,gdp_rate,2026Q1,46150,%",
    )
    assert [r.status for r in rows] == ["new", "new", "error"]
    assert [f.code for f in rows[2].flags] == ["date_as_number"]


def test_ten_thousand_for_a_hundred_million_is_seen_beside_the_others_without_history(ruler):
    rows = long(
        ruler,
        "一江区,gdp,2026Q1,60,亿元",
        "二桥区,gdp,2026Q1,71,亿元",
        "三塘县,gdp,2026Q1,650000,亿元",
    )
    assert [f.code for f in rows[2].flags] == ["wan_yi"]
    assert [r.status for r in rows] == ["new", "new", "error"]


def test_an_indicator_whose_direction_changed_is_said_on_every_row(ruler):
    define(
        ruler.seat("organiser"), kind="indicator", code="gdp_rate", name="地区生产总值增速", source="新制度",
        unit="%", shape="rate", direction="lower",
    )  # fmt: skip
    (row,) = long(ruler, "一江区,gdp_rate,2026Q1,5,%")
    assert (row.status, [f.code for f in row.flags]) == ("new", ["direction_changed"])


def test_a_formula_without_its_value_and_a_date_in_a_workbook_are_not_taken(ruler):
    from datetime import datetime

    data = workbook([
        ["region", "indicator", "period", "value", "unit"],
        ["一江区", "gdp_rate", "2026Q1", "=1+2", "%"],
        ["二桥区", "gdp_rate", "2026Q1", datetime(2026, 5, 8), "%"],
        ["三塘县", "gdp_rate", "2026Q1", 4.1, "%"],
    ])  # fmt: skip
    rows = plan(take(ruler, data))
    assert [r.status for r in rows] == ["error", "error", "new"]
    assert rows[0].flags[0].code in ("formula_cell", "formula_error")
    assert rows[1].flags[0].code == "date_as_number"


def test_a_table_pasted_from_word_is_read_or_refused_in_words(ruler):
    client = Client()
    client.force_login(ruler.account("organiser"))
    text = "region\tindicator\tperiod\tvalue\tunit\n一江区\tgdp_rate\t2026Q1\t5.1\t%"
    assert client.post("/figures/", {"pasted": text, "source": "统计局"}).status_code == 302
    loose = client.post("/figures/", {"pasted": "一江区 5.1\n二桥区 4.0", "source": "统计局"})
    assert loose.status_code == 422
    assert "没有分列" in loose.content.decode()
    assert "二桥区 4.0" in loose.content.decode()
    assert "<details open>" in loose.content.decode()  # what was pasted stays in sight
    dash = client.post("/figures/", {"pasted": text.replace("5.1", "—"), "source": "统计局"})
    assert "没有数" in client.get(dash.url).content.decode()


def test_two_values_of_one_figure_are_both_stopped(ruler):
    rows = long(ruler, "一江区,gdp_rate,2026Q1,5,%", "一江区,gdp_rate,2026Q1,7,%")
    assert [r.status for r in rows] == ["error", "error"]


def test_ten_thousand_for_a_hundred_million_is_seen_beside_last_year(ruler):
    ruler.record("gdp", "一江区", "2025Q1", 60)
    (row,) = long(ruler, "一江区,gdp,2026Q1,630000,亿元")
    assert [f.code for f in row.flags] == ["wan_yi"]
    (row,) = long(ruler, "一江区,gdp,2026Q1,630000,万元")
    assert (row.status, row.value) == ("new", 63)


def test_a_renamed_county_is_found_and_a_split_one_is_not_carried_over(ruler):
    seat = ruler.seat("organiser")
    name_region(seat, ruler.regions["三塘县"].pk, name="三塘区", rename=True)
    (row,) = long(ruler, "三塘县,gdp_rate,2026Q1,5,%")
    assert (row.status, [f.code for f in row.flags]) == ("new", ["region_renamed"])
    end_region(seat, ruler.regions["二桥区"].pk, until="2025-12-31", note="分设两区")
    (row,) = long(ruler, "二桥区,gdp_rate,2026Q1,5,%")
    assert [f.code for f in row.flags] == ["region_ended"]


def test_a_large_sheet_is_a_job_with_errors_by_row(ruler, monkeypatch):
    monkeypatch.setattr("shangliang.yardsticks.actions.commit.AT_ONCE", 2)
    text = "region,indicator,period,value,unit\n" + "\n".join(
        [f"一江区,gdp_rate,20{y}Q{q},{y}.{q},%" for y in range(20, 26) for q in range(1, 5)] + ["无此县,gdp_rate,2026Q1,1,%"]
    )  # fmt: skip
    batch = take(ruler, text.encode(), "csv")
    commit(ruler.seat("organiser"), batch.pk)
    job = Job.objects.get(kind="yardsticks.figures")
    if job.state == "waiting":
        perform(job.pk)
    job.refresh_from_db()
    batch.refresh_from_db()
    assert (job.state, batch.state, batch.report["new"]) == ("done", "done", 24)
    assert job.errors[0]["row"] == 26
    assert Reading.objects.count() == 24


def test_what_members_and_units_send_is_refused(ruler):
    data = bureau_sheet()
    for who in ("member", "staff_housing", "clerk"):
        with pytest.raises(Refused, match="只有"):
            take_in(
                ruler.seat(who), sheet=read_file(data, "xlsx"), file_name="x", source="x", on=None
            )
    assert not Batch.objects.exists()


def test_a_blank_does_not_take_back_a_figure_that_is_on_record(ruler):
    ruler.record("gdp_rate", "一江区", "2026Q1", 5)
    (row,) = long(ruler, "一江区,gdp_rate,2026Q1,—,%")
    assert (row.status, [f.code for f in row.flags]) == ("error", ["missing"])
    (row,) = long(ruler, "一江区,gdp_rate,2026Q1,不考核,%")
    assert row.status == "revise"


def test_a_cell_whose_formula_failed_is_not_taken_for_a_blank(ruler):
    data = workbook([
        ["region", "indicator", "period", "value", "unit"],
        ["一江区", "gdp_rate", "2026Q1", "#DIV/0!", "%"],
    ])  # fmt: skip
    (row,) = plan(take(ruler, data))
    assert [f.code for f in row.flags] == ["formula_error"]


def test_the_unit_of_the_title_holds_for_every_column_that_is_no_rate(ruler):
    data = workbook([
        ["2026年上半年主要指标"], ["单位：万元、%"],
        ["县区", "地区生产总值", "地区生产总值增速"],
        ["一江区", 1205000, 5.1],
    ])  # fmt: skip
    rows = plan(mapped(ruler, data))
    assert [float(r.value) for r in rows] == [120.5, 5.1]


def test_a_period_that_still_runs_is_asked_about_and_taken_as_written(ruler):
    after = today().year + 1
    rows = long(
        ruler, f"一江区,地区生产总值增速,{after}年,5.1,%", "一江区,地区生产总值增速,2025年,5.0,%"
    )
    assert [[f.code for f in r.flags] for r in rows] == [["period_open"], []]
    assert not rows[0].stopped
