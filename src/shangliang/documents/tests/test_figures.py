"""Figures accepted from a text: among the readings in the indicator's own unit, or a word why not."""

from decimal import Decimal

import pytest

from shangliang.documents.actions.accept import accept
from shangliang.documents.actions.mend import mend
from shangliang.documents.actions.take_in import take_in
from shangliang.procedures.verdicts import Refused
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.subjects.actions.watch_indicator import watch_indicator
from shangliang.subjects.readings import readings_of
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.enter_region import enter_region
from shangliang.yardsticks.models import Reading, Target

TEXT = """上半年经济运行情况
（2026年7月20日）
一、总体情况
上半年，四泉县固定资产投资下降2.1%，全市固定资产投资增长5.0%。
上半年，四泉县一般公共预算收入6060万元。
二、全年目标
2026年，四泉县固定资产投资增长8%以上。
"""


@pytest.fixture
def ruler(city):
    seat = city.seat("organiser")
    enter_region(seat, name="四泉县", level="county", rank=1, speaks=city.units["housing"].pk)
    define(seat, kind="indicator", code="invest_rate", name="固定资产投资增速", unit="%",
           shape="rate", source="统计制度", published=True)  # fmt: skip
    define(seat, kind="indicator", code="budget", name="一般公共预算收入", unit="亿元",
           shape="level", source="统计制度")  # fmt: skip
    return city


def figure(intake, words, **data):
    rows = intake.extracts.filter(kind="indicator", text__contains=words)
    return next(r for r in rows if all(r.data.get(k) == v for k, v in data.items()))


def test_the_clerk_records_a_reading_by_accepting_it_and_the_sentence_stays_with_it(ruler, client):
    intake = take_in(ruler.seat("clerk"), text=TEXT)
    row = figure(intake, "下降2.1%", region="四泉县")
    accept(ruler.seat("clerk"), row.pk)
    row.refresh_from_db()
    reading = Reading.objects.get(pk=row.made_id)
    assert (row.state, row.made_type, row.note) == ("made", "reading", "")
    assert (reading.value, reading.period) == (Decimal("-2.1"), "2026Q2")
    assert reading.source == f"《{intake.title}》第{row.first}行"
    client.force_login(ruler.account("clerk"))
    page = client.get(f"/documents/{intake.pk}/?kind=indicator").content.decode()
    assert f"/figures/{reading.pk}/" in page


def test_an_amount_is_converted_to_the_indicators_own_unit(ruler):
    intake = take_in(ruler.seat("clerk"), text=TEXT)
    row = figure(intake, "6060万元")
    accept(ruler.seat("clerk"), row.pk)
    row.refresh_from_db()
    assert row.made_id, row.note
    assert Reading.objects.get(pk=row.made_id).value == Decimal("0.606")


def test_what_cannot_be_recorded_says_why_and_is_accepted_again_when_mended(ruler):
    seat = ruler.seat("clerk")
    intake = take_in(seat, text=TEXT)
    row = figure(intake, "增长5.0%", region="全市")
    accept(seat, row.pk)
    row.refresh_from_db()
    assert row.state == "accepted"
    assert "没有叫“全市”的地区" in row.note
    mend(seat, row.pk, title="", data={"region": "四泉县", "period": "2026年一季度"})
    accept(seat, row.pk)
    row.refresh_from_db()
    assert (row.state, row.note) == ("made", "")
    with pytest.raises(Refused):
        accept(seat, row.pk)


def test_per_cent_is_never_taken_for_points(ruler):
    seat = ruler.seat("clerk")
    row = figure(take_in(seat, text=TEXT), "下降2.1%", region="四泉县")
    mend(seat, row.pk, title="", data={"unit": "个百分点"})
    accept(seat, row.pk)
    row.refresh_from_db()
    assert "不能换算" in row.note
    assert not Reading.objects.exists()


def test_a_target_goes_among_the_targets_and_never_over_one_that_was_set(ruler):
    seat = ruler.seat("clerk")
    intake = take_in(seat, text=TEXT)
    row = figure(intake, "增长8%", sort="target")
    accept(seat, row.pk)
    row.refresh_from_db()
    target = Target.objects.get(pk=row.made_id)
    assert (row.made_type, target.value) == ("target", Decimal(8))
    again = figure(take_in(seat, text=TEXT.replace("增长8%", "增长9%")), "增长9%", sort="target")
    accept(seat, again.pk)
    again.refresh_from_db()
    assert "已定的目标是8%" in again.note
    assert Target.objects.get().value == Decimal(8)


def test_a_thing_shows_the_readings_that_speak_of_it(ruler, client):
    seat = ruler.seat("clerk")
    project = add_subject(seat, kind="project", name="环城路", stage="begun")
    intake = take_in(seat, text=TEXT, about_type="subject", about_id=project.pk)
    assert readings_of(seat, project) == []
    accept(seat, figure(intake, "下降2.1%", region="四泉县").pk)
    (line,) = readings_of(seat, project)
    assert (line.name, line.region, line.value) == ("固定资产投资增速", "四泉县", "−2.1")
    county = add_subject(seat, kind="township", name="四泉县")
    assert [x.value for x in readings_of(seat, county)] == ["−2.1"]
    park = add_subject(seat, kind="park", name="西园", stage="begun")
    enter_region(ruler.seat("organiser"), name="全市", level="city", rank=9)
    rate = Reading.objects.get().yardstick_id
    watch_indicator(seat, park.pk, indicator=rate)
    accept(seat, figure(take_in(seat, text=TEXT + "\n。"), "增长5.0%", region="全市").pk)
    assert [x.region for x in readings_of(seat, park)] == ["全市"]
    client.force_login(ruler.account("clerk"))
    assert "−2.1%" in client.get(f"/subjects/{project.pk}/").content.decode()
    watch_indicator(seat, park.pk, indicator=rate, stop=True)
    assert readings_of(seat, park) == []


def test_a_target_a_reading_and_a_gap_lead_back_to_their_sentence(ruler, client):
    clerk = ruler.seat("clerk")
    intake = take_in(clerk, text=TEXT + "三、问题\n四泉县物流体系还不完善。\n")
    reading, target = figure(intake, "下降2.1%", region="四泉县"), figure(intake, "8%以上")
    gap = intake.extracts.get(kind="gap", text__contains="物流体系")
    for row in (reading, target, gap):
        accept(clerk, row.pk)
        row.refresh_from_db()
    client.force_login(ruler.account("clerk"))
    pages = [
        (f"/figures/{reading.made_id}/", reading),
        ("/targets/?period=2026Y", target),
        (f"/gaps/{gap.made_id}/", gap),
    ]
    for address, row in pages:
        page = client.get(address).content.decode()
        assert row.text[:30] in page, address
        assert f"/documents/extracts/{row.pk}/" in page or f"/extracts/{row.pk}/" in page, address
