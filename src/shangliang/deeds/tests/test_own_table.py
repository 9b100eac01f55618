"""The office's own table of points: in its words, checked, compared, taken for the year or from a day."""

from datetime import date
from decimal import Decimal

import pytest

from shangliang.deeds.actions.adopt_table import adopt_table, plain
from shangliang.deeds.actions.settle import settle
from shangliang.deeds.changes import changes
from shangliang.deeds.forms.table import Head, body_of, formset_of, head_of
from shangliang.deeds.ledger import in_force
from shangliang.deeds.midyear import spliced
from shangliang.deeds.models import Entry, PointTable
from shangliang.deeds.presets import KEYS, every, load
from shangliang.deeds.wording import NotUnderstood, read_points, read_times, read_when, say_when
from shangliang.engines.points import Fact, count, read
from shangliang.procedures.office_calendar import today

YEAR = today().year


def typed(table, **more):
    """What a browser sends for a table as the page shows it."""
    head, rows = head_of(table), formset_of(table)
    data = {"rules-TOTAL_FORMS": str(len(rows.forms)), "rules-INITIAL_FORMS": str(len(table.rules))}
    for n, form in enumerate(rows.forms):
        for name, value in form.initial.items():
            if value not in (None, "", False):
                data[f"rules-{n}-{name}"] = "on" if value is True else str(value)
    return data | {k: str(v) for k, v in head.items()} | more


@pytest.mark.parametrize("key", KEYS)
def test_every_preset_can_be_shown_in_words_and_read_back_the_same(key):
    table = every()[key]
    data = typed(table)
    head, rows = Head(data), formset_of(table, data)
    assert head.is_valid(), head.errors
    assert rows.is_valid(), rows.errors
    again = read(body_of(head, rows, table))
    assert changes(table, again) == []
    assert [r.points for r in again.rules] == [r.points for r in table.rules]
    assert again.grades == table.grades


def test_words_name_conditions_points_and_multipliers():
    assert read_when("全体会议、常委会会议，全程") == {
        "kind": ["plenary", "standing"],
        "part": ["full"],
    }
    assert say_when({"kind": ["standing", "plenary"]}) == "全体会议、常委会会议"
    assert read_points("−3") == {"points": "-3"}
    assert read_points("第一提案人 6，联名 2.5") == {"roles": {"first": "6", "co": "2.5"}}
    assert read_times("国家级 3 倍，省级 2") == {"level": {"national": "3", "province": "2"}}
    for reader, text in ((read_when, "大会堂"), (read_points, "很多"), (read_times, "国家级三倍")):
        with pytest.raises(NotUnderstood):
            reader(text)


def test_a_change_in_mid_year_leaves_what_was_earned_and_shares_one_limit():
    """Attendance 2 points, at most 5 a year; from 1 July 3 points, at most 7."""
    rule = {"key": "act", "label": "参加活动", "what": "attended", "points": "2", "cap": "5"}
    old = {"title": "旧", "rule": [rule]}
    new = {"title": "旧", "rule": [rule | {"points": "3", "cap": "7"}]}
    table = read(spliced(old, new, date(2026, 7, 1)))
    assert [(r.key, r.since, r.until) for r in table.rules] == [
        ("act", None, date(2026, 6, 30)),
        ("act@0701", date(2026, 7, 1), None),
    ]
    days = (date(2026, 3, 1), date(2026, 4, 1), date(2026, 8, 1), date(2026, 9, 1))
    facts = [Fact(1, "attended", day, "attendance", n) for n, day in enumerate(days)]
    lines = count(table, facts)[1].lines
    assert [line.points for line in lines] == [Decimal(2), Decimal(2), Decimal(3), Decimal(0)]
    twice = spliced(spliced(old, new, date(2026, 7, 1)), old, date(2026, 10, 1))
    assert [r["key"] for r in twice["rule"]][:2] == ["act", "act@1001"]


def test_only_words_changed_is_no_change_of_the_year():
    old = plain(load("minhang"))
    new = old | {"rule": [row | {"basis": "新的出处"} for row in old["rule"]]}
    assert [r["key"] for r in spliced(old, new, date(2026, 7, 1))["rule"]] == [
        r["key"] for r in old["rule"]
    ]


pytestmark = pytest.mark.django_db


def sent(client, table, **more):
    return client.post("/points/own/", {"year": str(YEAR)} | typed(table, **more))


def test_the_office_writes_its_own_table_sees_the_change_and_takes_it(city, client):
    adopt_table(city.seat("organiser"), year=YEAR, preset="minhang")
    client.force_login(city.account("organiser"))
    table = every()["minhang"]
    assert client.get("/points/own/").status_code == 200
    edit = {"title": "本市办法", "rules-0-points": "9", "why": "主席会议通过"}
    seen = sent(client, table, act="check", **edit).content.decode()
    assert "改了什么" in seen
    assert f"<b>{'本市办法'}</b>" in seen
    assert PointTable.objects.count() == 1
    assert sent(client, table, act="try", **edit).status_code == 200
    assert sent(client, table, act="take", **edit).status_code == 302
    row = in_force(city.committee.pk, YEAR)
    assert (row.version, row.title, row.table.rules[0].points) == (2, "本市办法", Decimal(9))


def test_a_row_that_cannot_be_read_is_named_and_nothing_typed_is_lost(city, client):
    adopt_table(city.seat("organiser"), year=YEAR, preset="minhang")
    client.force_login(city.account("organiser"))
    answer = sent(
        client, every()["minhang"], act="take", why="试", **{"rules-1-points": "五分", "rules-2-only": "大会堂"}
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "看不懂“五分”" in page
    assert "不认识“大会堂”" in page
    assert 'value="五分"' in page
    assert PointTable.objects.count() == 1


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"groups": "履职，最少 3"}, "看不懂“最少 3”"),
        ({"rules-0-group": "别的组"}, "没有“别的组”这一组"),
        ({"grades": "优秀 90\n良好 90"}, "两个等次的分数相同"),
        ({"rules-0-since": f"{YEAR}-07-01", "rules-0-until": f"{YEAR}-06-01"}, "止期早于起期"),
        ({"from_day": f"{YEAR - 1}-07-01"}, f"要在 {YEAR} 年内"),
        ({"why": ""}, "请写为什么改"),
        ({"title": ""}, "请写办法的名称"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(city, client, edit, said):
    adopt_table(city.seat("organiser"), year=YEAR, preset="minhang")
    client.force_login(city.account("organiser"))
    given = {"title": "本市办法", "why": "试"} | edit
    answer = sent(client, every()["minhang"], act="take", **given)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert PointTable.objects.count() == 1


def test_a_mid_year_change_is_settled_without_touching_the_months_before(city, client):
    from .test_record import past

    row = past(city, "member", kind="inspection", days=3)
    type(row).objects.filter(pk=row.pk).update(
        starts_at=row.starts_at.replace(month=2, day=3), ends_at=row.ends_at.replace(month=2, day=3)
    )
    rule = {"key": "a", "label": "参加视察", "what": "attended", "points": "2"}
    seat = city.seat("organiser")
    adopt_table(seat, year=YEAR, body={"title": "甲", "rule": [rule]})
    settle(seat, year=YEAR)
    before = list(Entry.objects.values_list("pk", "points", "live"))
    body = spliced(
        {"title": "甲", "rule": [rule]}, {"title": "甲", "rule": [rule | {"points": "5"}]}, date(YEAR, 6, 1)
    )  # fmt: skip
    adopt_table(seat, year=YEAR, body=body, why="年中调整")
    settle(seat, year=YEAR)
    assert list(Entry.objects.values_list("pk", "points", "live")) == before


def test_what_if_compares_any_two_methods_of_presets_and_versions(city, client):
    from .test_record import past

    past(city, "member", kind="inspection")
    row = adopt_table(city.seat("organiser"), year=YEAR, preset="minhang")
    client.force_login(city.account("leader"))
    page = client.get("/points/what-if/?from=jinan&to=shaoxing").content.decode()
    assert "换成" in page
    assert "三把尺子" in page
    assert client.get(f"/points/what-if/?from=v{row.pk}&to=jinan").status_code == 200
    assert client.get("/points/what-if/?from=v99999999999999&to=x").status_code == 200


def test_an_exemption_is_told_and_can_be_taken_back(city, client):
    from shangliang.deeds.models import Exemption
    from shangliang.notices.models import Notice

    client.force_login(city.account("organiser"))
    who = city.people["member"].pk
    day = today().isoformat()
    client.post(f"/deeds/{who}/{YEAR}/exempt/", {"reason": "away", "since": day, "until": day})
    row = Exemption.objects.get()
    assert Notice.objects.filter(to_id=who, kind="points.exempt").count() == 1
    client.post(f"/deeds/exemptions/{row.pk}/end/")
    assert not Exemption.objects.exists()
    assert Notice.objects.filter(to_id=who, kind="points.exempt").count() == 2
