"""Rosters come in by file: looked at first, all or nothing, twice without doubling."""

import io
from datetime import date

import openpyxl
import pytest

from shangliang.actors.actions.commit import commit
from shangliang.actors.actions.drop import drop
from shangliang.actors.actions.map_columns import map_columns
from shangliang.actors.actions.take_in import take_in
from shangliang.actors.intake.cells import NotADate, day_of
from shangliang.actors.intake.columns import guess
from shangliang.actors.intake.read import plan_of
from shangliang.actors.intake.sheets import template, with_reasons
from shangliang.actors.models import Actor, Alias, ImportSheet, Tie
from shangliang.engines.papers.intake import UploadRefused, read_table
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused

K = Tie.Kind
HEAD = ["委员编号", "姓名", "性别", "界别", "党派", "联系手机", "任职时间", "终止日期"]


def xlsx(*rows, above=(), merge=None) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    for row in [*above, *rows]:
        page.append(list(row))
    if merge:
        page.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_of(city, data: bytes, kind="members", name="名册.xlsx", create=()) -> ImportSheet:
    """Uploaded and mapped by what is known of its columns."""
    seat = city.seat("clerk")
    sheet = take_in(seat, kind=kind, table=read_table(data, name), file_name=name)
    columns = guess(kind, sheet.header, city.committee.pk)
    return map_columns(seat, sheet.pk, columns=columns, create=create)


def errors(sheet) -> dict[int, str]:
    return {row.number: "；".join(row.errors) for row in plan_of(sheet).errors}


def test_members_are_added_with_ties_and_one_event(city):
    sheet = sheet_of(
        city, xlsx(HEAD, ["0101", "陶然一", "女", "经济", "", "0000-1", "2026-01-01", ""])
    )
    assert plan_of(sheet).count("new") == 1
    commit(city.seat("clerk"), sheet.pk)
    person = Actor.objects.get(name="陶然一")
    assert (person.code, person.pinyin, person.initials) == ("0101", "taoranyi", "try")
    assert Tie.objects.get(who=person, kind=K.MEMBER).start == date(2026, 1, 1)
    assert Tie.objects.get(who=person, kind=K.SECTOR).whom == city.bodies["sector"]
    assert Event.objects.filter(verb="import.commit").count() == 1
    sheet.refresh_from_db()
    assert sheet.report["new"] == 1


def test_the_same_file_twice_changes_nothing_and_doubles_nobody(city):
    data = xlsx(
        HEAD,
        ["0101", "陶然一", "女", "经济界", "", "0000-1", "", ""],
        ["", "林一舟", "男", "", "", "", "", ""],
    )
    commit(city.seat("clerk"), sheet_of(city, data).pk)
    ties, people = Tie.objects.count(), Actor.objects.count()
    again = sheet_of(city, data)
    plan = plan_of(again)
    assert (plan.count("new"), plan.count("changed"), plan.count("same")) == (0, 0, 2)
    commit(city.seat("clerk"), again.pk)
    assert (Tie.objects.count(), Actor.objects.count()) == (ties, people)


def test_a_changed_row_shows_what_changes_and_an_empty_cell_erases_nothing(city):
    sheet = sheet_of(city, xlsx(["姓名", "电话", "工作单位"], ["林一舟", "0000-9", ""]))
    (row,) = plan_of(sheet).rows
    assert row.status == "changed"
    assert row.changes == [("电话", "0000-1234567", "0000-9")]
    commit(city.seat("clerk"), sheet.pk)
    person = city.people["member"]
    person.refresh_from_db()
    assert (person.phone, person.workplace) == ("0000-9", "澄州示例单位")


def test_a_member_who_changes_sector_keeps_the_former_one_in_the_history(city):
    Actor.objects.create(committee=city.committee, kind="sector", name="教育界")
    sheet = sheet_of(city, xlsx(["姓名", "界别", "任职起"], ["林一舟", "教育", "2026-06-01"]))
    commit(city.seat("clerk"), sheet.pk)
    ties = Tie.objects.filter(who=city.people["member"], kind=K.SECTOR).order_by("start")
    assert [(str(t.whom), t.end) for t in ties] == [("经济界", date(2026, 5, 31)), ("教育界", None)]


WRONG = [
    (["", "", "女", "经济界", "", "", "", ""], "没有写姓名"),
    (["", "甲一", "女", "经融界", "", "", "", ""], "没有“经融界”这个界别，是不是“经济界”"),
    (["", "甲一", "女", "经济界", "", "", "2026-13-01", ""], "不是日期"),
    (["", "甲一", "女", "经济界", "", "", "三月", ""], "不是日期"),
    (["", "甲一", "女", "经济界", "", "", "2026-05-01", "2026-04-01"], "早于任职起"),
    (["", "甲一", "她", "经济界", "", "", "", ""], "请写“男”或“女”"),
    (["", "甲一", "女", "经济界", "星火社", "", "", ""], "没有“星火社”这个党派"),
    (["9" * 50, "甲一", "女", "经济界", "", "", "", ""], "太长"),
    (["", "甲" * 130, "女", "经济界", "", "", "", ""], "太长"),
]


@pytest.mark.parametrize("row, words", WRONG)
def test_a_wrong_row_says_what_is_wrong_and_the_rest_goes_in(city, row, words):
    sheet = sheet_of(city, xlsx(HEAD, row, ["", "乙二", "男", "经济界", "", "", "", ""]))
    assert words in errors(sheet)[2]
    commit(city.seat("clerk"), sheet.pk)
    assert Actor.objects.filter(name="乙二").exists()
    assert not Actor.objects.filter(name__startswith="甲").exclude(account__isnull=False).exists()


def test_an_unknown_party_is_created_when_the_office_agrees(city):
    data = xlsx(
        HEAD,
        ["", "甲一", "女", "经济界", "星火社", "", "", ""],
        ["", "乙二", "女", "经济界", "星火社", "", "", ""],
    )
    sheet = sheet_of(city, data)
    assert plan_of(sheet).unknown == {"party": {"星火社": 2}}
    sheet = map_columns(city.seat("clerk"), sheet.pk, columns=sheet.columns, create=["party"])
    assert errors(sheet) == {}
    commit(city.seat("clerk"), sheet.pk)
    assert Tie.objects.filter(kind=K.PARTY, whom__name="星火社").count() == 2


def test_one_person_on_two_rows_is_an_error_unless_numbers_tell_them_apart(city):
    twice = sheet_of(city, xlsx(HEAD, ["", "甲一"] + [""] * 6, ["", "甲一"] + [""] * 6))
    assert "与第 2 行重复" in errors(twice)[3]
    apart = sheet_of(city, xlsx(HEAD, ["01", "甲一"] + [""] * 6, ["02", "甲一"] + [""] * 6))
    assert errors(apart) == {}
    commit(city.seat("clerk"), apart.pk)
    nameless = sheet_of(city, xlsx(["姓名", "电话"], ["甲一", "1"]))
    assert "请填委员编号" in errors(nameless)[2]


def test_two_units_of_one_name_are_named_with_their_rows(city):
    head = ["单位全称", "简称", "别名"]
    data = xlsx(head, ["市甲局", "甲局", ""], ["市甲局", "", ""], ["市乙局", "甲局", "乙办、乙处"])
    found = errors(sheet_of(city, data, kind="units"))
    assert "与第 2 行重复" in found[3]
    assert "一个名字不能指两个单位" in found[4]


def test_units_are_found_by_alias_and_get_systems_and_other_names(city):
    Alias.objects.create(committee=city.committee, actor=city.units["housing"], name="市建委")
    data = xlsx(["单位名称", "系统", "别名", "职责"], ["市建委", "政府", "住建局、建委", "管房子"])
    sheet = sheet_of(city, data, kind="units", create=["system"])
    before = city.units["housing"].name
    assert plan_of(sheet).rows[0].found == city.units["housing"]
    commit(city.seat("clerk"), sheet.pk)
    unit = Actor.objects.get(pk=city.units["housing"].pk)
    assert unit.duties == "管房子"
    assert set(unit.aliases.values_list("name", flat=True)) >= {"住建局", "建委", before}
    assert Tie.objects.get(who=unit, kind=K.SYSTEM).whom.name == "政府"


def test_title_lines_and_a_merged_head_above_the_columns_are_skipped(city):
    data = xlsx(
        ["姓名", "性别", "界别"], ["甲一", "女", "经济界"],
        above=[["政协澄州市委员会委员名册", None, None], ["基本情况", None, "政协情况"]], merge="A1:C1",
    )  # fmt: skip
    sheet = sheet_of(city, data)
    assert sheet.header == ["姓名", "性别", "界别"]
    assert [r.number for r in plan_of(sheet).rows] == [4]


@pytest.mark.parametrize(
    "cell, day",
    [
        ("2022-01-05", date(2022, 1, 5)), ("2022.1.5", date(2022, 1, 5)), ("2022/01/05", date(2022, 1, 5)),
        ("2022年1月5日", date(2022, 1, 5)), ("2022年1月", date(2022, 1, 1)), ("20220105", date(2022, 1, 5)),
        ("202201", date(2022, 1, 1)), ("44566", date(2022, 1, 5)), ("1980", date(1980, 1, 1)), ("", None),
    ],
)  # fmt: skip
def test_dates_are_read_as_people_and_spreadsheets_write_them(cell, day):
    assert day_of(cell) == day


@pytest.mark.parametrize("cell", ["2022-02-30", "三月", "99999", "2022-13", "12", "-1"])
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(NotADate):
        day_of(cell)


def test_a_date_stored_as_a_number_and_a_real_date_are_the_same(city):
    data = xlsx(["姓名", "任职起"], ["甲一", 44566], ["乙二", date(2022, 1, 5)])
    rows = plan_of(sheet_of(city, data)).rows
    assert [r.start for r in rows] == [date(2022, 1, 5)] * 2


def test_the_offices_own_column_names_are_mapped_once(city):
    seat = city.seat("clerk")
    table = read_table(xlsx(["尊姓大名", "拨打"], ["甲一", "1"]), "a.xlsx")
    sheet = take_in(seat, kind="members", table=table, file_name="a.xlsx")
    assert sheet.columns == {}
    with pytest.raises(Refused, match="姓名"):
        map_columns(seat, sheet.pk, columns={"1": "phone"})
    map_columns(seat, sheet.pk, columns={"0": "name", "1": "phone"})
    next_time = take_in(seat, kind="members", table=table, file_name="b.xlsx")
    assert next_time.columns == {"0": "name", "1": "phone"}


def test_a_sheet_is_imported_once_whoever_presses_twice(city):
    sheet = sheet_of(city, xlsx(["姓名"], ["甲一"]))
    commit(city.seat("clerk"), sheet.pk)
    with pytest.raises(Refused, match="已经导入过"):
        commit(city.seat("clerk"), sheet.pk)
    other = sheet_of(city, xlsx(["姓名"], ["乙二"]))
    drop(city.seat("clerk"), other.pk)
    with pytest.raises(Refused, match="放弃"):
        commit(city.seat("clerk"), other.pk)


def test_when_every_row_is_wrong_nothing_is_imported(city):
    sheet = sheet_of(city, xlsx(HEAD, ["", "甲一", "她"] + [""] * 5))
    with pytest.raises(Refused, match="每一行都有错"):
        commit(city.seat("clerk"), sheet.pk)


@pytest.mark.parametrize(
    "data, name, code",
    [(b"", "a.xlsx", "broken"), (b"PK\x03\x04junk", "a.xlsx", "broken"), (b"x", "a.pdf", "kind")],
)
def test_a_broken_file_is_refused_in_words(data, name, code):
    with pytest.raises(UploadRefused) as refused:
        read_table(data, name)
    assert refused.value.code in (code, "empty_table")


def test_an_empty_table_is_refused(city):
    with pytest.raises((Refused, UploadRefused)):
        sheet_of(city, xlsx(["姓名", "性别"]))


def test_rows_with_errors_come_back_with_their_reason_and_formulas_as_text(city):
    sheet = sheet_of(
        city, xlsx(["姓名", "性别", "备注"], ["甲一", "她", "=1+1"], ["乙二", "男", ""])
    )
    data = with_reasons(sheet, plan_of(sheet))
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == ("原因", "姓名", "性别", "备注")
    assert len(rows) == 2
    assert "请写" in rows[1][0]
    again = read_table(data, "有错的行.xlsx")
    assert guess("members", again.header, city.committee.pk) == {"1": "name", "2": "sex"}


@pytest.mark.parametrize("kind", ["members", "units"])
def test_the_template_is_understood_by_the_import_itself(city, kind):
    table = read_table(template(kind), "模板.xlsx")
    assert "name" in guess(kind, table.header, city.committee.pk).values()


def test_five_thousand_rows_are_planned_in_a_fixed_number_of_queries_and_written_in_batches(
    city, django_assert_max_num_queries
):
    rows = [[f"{n:05d}", f"委员{n}", "女", "经济界"] for n in range(5000)]
    sheet = sheet_of(city, xlsx(["编号", "姓名", "性别", "界别"], *rows))
    with django_assert_max_num_queries(12):
        plan = plan_of(sheet)
    assert plan.count("new") == 5000
    # SQLite takes 999 values a statement: 15,000 new rows go in by some 220 statements, not 15,000.
    with django_assert_max_num_queries(260):
        commit(city.seat("clerk"), sheet.pk)
    assert Tie.objects.filter(kind=K.MEMBER).count() == 5005
