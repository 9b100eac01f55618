"""Counter programmes: done from records, the same record once, by county and week (S-129, S-133)."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from openpyxl import Workbook

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.programmes.actions.amend_item import amend_item
from shangliang.programmes.actions.void_item import void_item
from shangliang.programmes.counting import overview
from shangliang.programmes.models import Counter, Item

from .helpers import counting, do, enter, partner, start, talk_row

pytestmark = pytest.mark.django_db


def done(case):
    return overview(case).rows[0].whole.done


def test_a_talk_moves_the_count_by_one_and_the_same_talk_is_refused_by_name(city):
    case, _ = counting(city)
    for n in range(3):
        talk_row(city, case, n)
    assert done(case) == 3
    talk_row(city, case, 3)
    assert done(case) == 4
    with pytest.raises(Refused, match="已经登记过，不重复计：第 3 场"):
        talk_row(city, case, 3)
    # However it is spaced or written, and whoever enters it.
    with pytest.raises(Refused, match="不重复计"):
        talk_row(city, case, 9, "clerk", place="３ 号村　文化站。", speaker="养路工 小周")
    assert done(case) == 4


def test_the_database_itself_keeps_a_record_from_counting_twice(city):
    case, _ = counting(city)
    row = talk_row(city, case)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_void_record_counts_no_more_and_may_be_entered_again(city):
    case, _ = counting(city)
    row = talk_row(city, case)
    void_item(city.seat("organiser"), row.pk, why="登错了人数")
    assert done(case) == 0
    talk_row(city, case)
    assert done(case) == 1


def test_a_correction_does_not_make_two_of_one(city):
    case, _ = counting(city)
    talk_row(city, case, 1)
    second = talk_row(city, case, 2)
    with pytest.raises(Refused, match="不重复计"):
        amend_item(city.seat("organiser"), second.pk, data={"place": "1 号村文化站"}, note="")
    amend_item(city.seat("organiser"), second.pk, data={"audience": "60"}, note="点错了")
    assert done(case) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [({"place": ""}, "请填“地点”"), ({"audience": "0"}, "不小于1"), ({"speaker": ""}, "请填“谁讲")],
)
def test_a_count_without_place_speaker_or_audience_is_refused(city, data, said):
    case, _ = counting(city)
    with pytest.raises(Refused, match=said):
        talk_row(city, case, **data)


def test_a_row_that_counts_names_its_counter(city):
    case, _ = counting(city)
    data = {"place": "甲", "speaker": "乙", "audience": "3"}
    with pytest.raises(Refused, match="算到哪个计数项"):
        enter(city, case, "done", partner=case.partners.get().pk, data=data)


def test_targets_are_the_offices_and_shares_stay_within_them(city):
    case, _ = counting(city)
    office = city.seat("organiser")
    new = {"action": "讲堂进基层", "title": "领读", "unit": "场", "target": 100}
    for shares, said in (
        ("乙县 3", "不是这个专项的参加方"),
        ("甲县 三", "不是数目"),
        ("甲县 101", "比指标 100 多"),
        ("甲县 1\n甲县 2", "写了两次"),
    ):
        with pytest.raises(Refused, match=said):
            do("set_counter", office, case, **new, shares=shares)
    do("set_counter", office, case, **new, shares="甲县：40")
    do("set_counter", office, case, **{**new, "target": 90}, shares="")
    assert Counter.objects.get(title="领读").target == 90
    used = Counter.objects.get(title="青年讲堂")
    data = {"place": "甲", "speaker": "乙", "audience": "3"}
    enter(city, case, "done", partner=case.partners.get().pk, counter=used.pk, data=data)
    with pytest.raises(Refused, match="已经有记录"):
        do("drop_counter", office, case, counter=used.pk)
    do("drop_counter", office, case, counter=Counter.objects.get(title="领读").pk)
    assert not Counter.objects.filter(title="领读").exists()


def test_counters_are_not_offered_where_nothing_is_counted(city, client):
    case = start(city, "help")
    client.force_login(city.account("organiser"))
    assert "定计数项" not in client.get(case.get_absolute_url()).content.decode()
    assert client.get(f"{case.get_absolute_url()}counts/").status_code == 404


def test_the_page_shows_every_county_each_week_and_what_a_week_must_bring(city, client):
    case, _ = counting(city)
    partner(city, case, "乙县", "county")
    side = case.partners.get(who__name="甲县").pk
    for n, back in enumerate((0, 0, 7, 20)):
        enter(
            city, case, "done", title=f"{n}", on=today() - timedelta(days=back), partner=side,
            counter=case.counters.get().pk, data={"place": f"{n}村", "speaker": "甲", "audience": "9"},
        )  # fmt: skip
    sheet = overview(case)
    row = sheet.rows[0]
    assert [(c.done, c.target) for c in row.cells] == [(4, 120), (0, None)]
    assert (sum(row.weeks), row.weeks[-2]) == (4, 1)
    assert row.need == 100  # 996 in ten weeks
    client.force_login(city.account("leader"))
    page = client.get(f"{case.get_absolute_url()}counts/?counter={row.counter.pk}&partner={side}")
    assert "青年讲堂，甲县" in page.content.decode()
    assert overview(case, date(2020, 1, 9)).rows[0].weeks == [0] * 8


def book_of(rows):
    sheet = Workbook()
    sheet.active.append(
        ["名称", "日期", "计数项", "参加方", "地点", "谁讲（谁做）", "听众（参加）人数", "凭据"]
    )
    for row in rows:
        sheet.active.append(row)
    out = io.BytesIO()
    sheet.save(out)
    return SimpleUploadedFile("场次.xlsx", out.getvalue())


def test_a_sheet_of_talks_is_taken_in_each_once_and_bad_rows_are_named(city, client):
    case, _ = counting(city)
    client.force_login(city.account("organiser"))
    path = f"{case.get_absolute_url()}done/import/"
    good = ["第一场", "2026-03-01", "青年讲堂", "甲县", "甲村", "小周", 30, "签到表"]
    file = book_of([good, ["又一场", *good[1:4], "甲 村", *good[5:]], [*good[:2], "没有的", *good[3:]], [*good[:3], "乙县", *good[4:]], ["第二场", "2026-03-02", *good[2:]]])  # fmt: skip
    page = client.post(path, {"file": file})
    said = page.content.decode()
    assert "没有“没有的”这个计数项" in said
    assert "“乙县”不是这个专项的参加方" in said
    client.post(path, {"rows": page.context["rows"]})
    assert done(case) == 2
    page = client.post(path, {"file": book_of([good])})
    client.post(path, {"rows": page.context["rows"]})
    assert Item.objects.filter(sheet="done").count() == 2


def test_the_pages_of_a_large_count_keep_their_budget(city, client, django_assert_max_num_queries):
    case, _ = counting(city)
    for n in range(30):
        talk_row(city, case, n)
    client.force_login(city.account("organiser"))
    for path in ("", "counts/", "talks/"):
        client.get(f"{case.get_absolute_url()}{path}")
        with django_assert_max_num_queries(15):
            assert client.get(f"{case.get_absolute_url()}{path}").status_code == 200
