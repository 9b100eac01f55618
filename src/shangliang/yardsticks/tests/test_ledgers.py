"""专项台账: what each asks, who takes which step, and what it says as a whole."""

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.procedures.verdicts import Refused
from shangliang.yardsticks.actions.amend_row import amend_row
from shangliang.yardsticks.actions.enter_row import enter_row
from shangliang.yardsticks.actions.move_row import move_row
from shangliang.yardsticks.ledgers.book import WHO, ledgers
from shangliang.yardsticks.ledgers.digests import DIGESTS
from shangliang.yardsticks.models import Entry
from shangliang.yardsticks.queries import entries

FIRM = {"class": "限制", "why": "亩均产出低"}


def page(ruler, code, who="organiser"):
    client = Client()
    client.force_login(ruler.account(who))
    return client.get(reverse("ledger", args=[code]))


def digest(ruler, code):
    return page(ruler, code).context["digest"]


@pytest.mark.parametrize("book", ledgers().values(), ids=lambda b: b.code)
def test_a_ledger_of_the_preset_is_whole(book):
    assert book.digest in DIGESTS
    assert book.source
    codes = {s.code for s in book.steps}
    assert len(codes) == len(book.steps)
    assert len({f.code for f in book.fields}) == len(book.fields)
    for step in book.steps[1:]:
        assert set(step.source) <= codes
        assert step.source, f"no way leads to {step.code}"
        assert step.who in WHO
        assert all(book.field(c) for c in step.needs)
    for limit in book.limits:
        field = book.field(limit.field)
        assert field is not None
        assert limit.value in field.choices


def test_a_firm_objects_somebody_else_decides_and_the_history_stays(ruler):
    office, watch, county = (ruler.seat(w) for w in ("organiser", "supervisor", "staff_housing"))
    row = enter_row(office, ledger="firms", title="甲厂", region="一江区", data=FIRM)
    move_row(county, row.pk, step="objected", note="今年改造后亩均产出翻番，附审计表")
    amend_row(office, row.pk, data={"class": "保护", "why": "看了审计表"}, note="新凭据成立")
    with pytest.raises(Refused, match="不能由登记的人自己"):
        move_row(office, row.pk, step="decided", note="会上定")
    with pytest.raises(Refused, match="专委会或督办机构"):
        move_row(county, row.pk, step="decided", note="我们定")
    move_row(watch, row.pk, step="decided", note="第三次会")
    row.refresh_from_db()
    assert (row.step, row.data["class"]) == ("decided", "保护")
    assert [h.step for h in row.history.all()] == ["proposed", "objected", "objected", "decided"]
    assert row.history.all()[2].changed["class"] == ["限制", "保护"]
    assert entries(ruler.seat("member"), "firms").count() == 0
    move_row(watch, row.pk, step="published", note="公布第一批")
    assert entries(ruler.seat("member"), "firms").count() == 1
    (table,) = digest(ruler, "firms").tables
    assert table.rows[1][:3] == ["保护", 1, 1]


def test_a_third_leading_industry_is_refused_with_the_rules_words(ruler):
    office = ruler.seat("organiser")
    for name in ("装备", "食品"):
        enter_row(
            office,
            ledger="industries",
            title=name,
            region="一江区",
            data={"kind": "主导产业", "base": "有"},
        )
    with pytest.raises(Refused, match="每县主导产业一到两个"):
        enter_row(
            office,
            ledger="industries",
            title="纺织",
            region="一江区",
            data={"kind": "主导产业", "base": "有"},
        )
    found = digest(ruler, "industries")
    assert found.tables[0].rows[0] == ["一江区", "装备、食品", "空着"]
    assert any("二桥区" in w and "一到两个" in w for w in found.warnings)
    first = Entry.objects.get(title="装备")
    move_row(office, first.pk, step="dropped", note="调整")
    enter_row(
        office,
        ledger="industries",
        title="纺织",
        region="一江区",
        data={"kind": "主导产业", "base": "有"},
    )


def test_a_project_handed_over_is_credited_to_both_and_only_the_receiver_accepts(ruler):
    seat, other = ruler.seat("staff_housing"), ruler.seat("staff_finance")
    data = {"amount": "10", "why": "对方有园区", "share": "60"}
    row = enter_row(
        seat, ledger="handover", title="冷链园", region="一江区", other="二桥区", data=data
    )
    with pytest.raises(Refused, match="本县自己"):
        enter_row(seat, ledger="handover", title="x", region="一江区", other="一江区", data=data)
    with pytest.raises(Refused, match="对方县"):
        move_row(seat, row.pk, step="accepted", note="替对方接了")
    move_row(other, row.pk, step="accepted", note="园区有地")
    move_row(ruler.seat("organiser"), row.pk, step="landed", note="已开工")
    (table,) = digest(ruler, "handover").tables
    assert table.rows == [["一江区", 1, "", "6"], ["二桥区", "", 1, "4"]]
    assert table.foot[-1] == "10"


def test_projects_that_look_alike_are_shown_and_what_lacks_is_named(ruler):
    office = ruler.seat("organiser")
    ready = {
        "way": "智能化",
        "land": "已落实",
        "approval": "在办",
        "money": "在办",
        "channel": "专项债",
    }
    enter_row(
        office, ledger="candidates", title="五金产业智能工厂建设项目", region="一江区", data=ready
    )
    enter_row(
        office,
        ledger="candidates",
        title="五金产业智能工厂项目",
        region="二桥区",
        data=ready | {"land": "没有", "channel": ""},
    )
    found = digest(ruler, "candidates")
    assert [t.title for t in found.tables] == ["四个方向", "像是同一个项目", "还不成熟"]
    assert found.tables[2].rows == [["五金产业智能工厂项目", "二桥区", "土地、资金渠道"]]


def test_a_county_without_candidates_and_a_chain_with_a_hole_are_said(ruler):
    office = ruler.seat("organiser")
    enter_row(
        office, ledger="growing", title="甲厂", region="一江区", data={"nearness": "差产值200万"}
    )
    assert "二桥区、三塘县" in digest(ruler, "growing").warnings[0]
    enter_row(office, ledger="chain", title="精制单体", data={"place": "中游", "leads": "2"})
    found = digest(ruler, "chain")
    drawn = str(found.drawing)
    assert "缺，在谈 2 条" in drawn
    assert drawn.count("stroke-dasharray") == 1
    assert found.tables[0].rows == [["中游", "精制单体", "缺", "2"]]


def test_a_decision_is_counted_by_known_started_and_finished(ruler):
    office, county = ruler.seat("organiser"), ruler.seat("staff_housing")
    enter_row(
        office, ledger="carry", title="夜间公交", data={"due": "2027-01-31", "basis": "调度会"}
    )
    row = Entry.objects.get(ledger="carry", region=ruler.regions["一江区"])
    for step in ("known", "started", "finished"):
        move_row(county, row.pk, step=step, note="有记录")
    (table,) = digest(ruler, "carry").tables
    assert table.rows == [["夜间公交", "2027-01-31", "1/3", "1/3", "1/3", "1/3"]]


@pytest.mark.parametrize(
    ("code", "data", "said"),
    [
        ("firms", {"class": "重点", "why": "x"}, "请选激励"),
        ("firms", {"class": "限制", "why": ""}, "请填“理由和凭据”"),
        ("firms", FIRM | {"output": "不少"}, "要填数"),
        ("handover", {"amount": "3", "why": "x", "share": "120"}, "1到99"),
        ("carry", {"due": "明年", "basis": "x"}, "请写日期"),
    ],
)  # fmt: skip
def test_what_a_field_does_not_take_is_said_in_its_own_words(ruler, code, data, said):
    with pytest.raises(Refused, match=said):
        enter_row(ruler.seat("organiser"), ledger=code, title="行", region="一江区", data=data)
    assert not Entry.objects.exists()


def test_a_county_enters_only_its_own_and_sees_only_its_own(ruler):
    county, other = ruler.seat("staff_housing"), ruler.seat("staff_finance")
    enter_row(county, ledger="firms", title="甲厂", region="一江区", data=FIRM)
    with pytest.raises(Refused, match="本县"):
        enter_row(county, ledger="firms", title="乙厂", region="二桥区", data=FIRM)
    assert (entries(county, "firms").count(), entries(other, "firms").count()) == (1, 0)
    with pytest.raises(Refused, match="只有专委会"):
        amend_row(other, Entry.objects.get().pk, data={"class": "激励"})


@pytest.mark.parametrize("code", ledgers())
def test_every_ledger_opens_and_takes_a_row_by_its_form(ruler, code, django_assert_max_num_queries):
    book, client = ledgers()[code], Client()
    client.force_login(ruler.account("organiser"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("ledger", args=[code])).status_code == 200
    url = reverse("ledger-new", args=[code])
    assert client.get(url).status_code == 200
    assert client.post(url, {}).status_code == 422
    said = {"title": "一行", "region": ruler.regions["一江区"].pk, "other": ruler.regions["二桥区"].pk,
            "owner": ruler.units["housing"].pk}  # fmt: skip
    for field in book.fields:
        said[f"f_{field.code}"] = {"choice": (field.choices or ("",))[0], "number": "3", "date": "2026-12-01"}.get(field.kind, "话")  # fmt: skip
    assert client.post(url, said).status_code == 302, client.post(url, said).content.decode()[:3000]
    row = Entry.objects.get()
    with django_assert_max_num_queries(12):
        assert client.get(reverse("ledger", args=[code])).status_code == 200
    assert client.get(row.get_absolute_url()).status_code == 200
    edit = client.get(reverse("ledger-entry-edit", args=[code, row.pk]))
    assert edit.status_code == 200
