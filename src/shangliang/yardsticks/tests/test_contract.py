"""What other rooms call: one figure, one gap."""

from decimal import Decimal

import pytest

from shangliang.procedures.verdicts import Refused
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.readings import record_reading
from shangliang.yardsticks.models import Gap, Reading, Region, Yardstick


@pytest.fixture
def ruler(city):
    Yardstick.objects.create(
        committee=city.committee, code="gdp_rate", name="生产总值增速", unit="%", shape="rate"
    )
    Region.objects.create(committee=city.committee, name="一江区", speaks=city.units["housing"])
    return city


def record(city, value, **more):
    data = {
        "indicator": "gdp_rate",
        "region": "一江区",
        "period": "2026年上半年",
        "source": "统计局",
    }
    return record_reading(city.seat("organiser"), **(data | more), value=value)


def test_a_figure_is_kept_once_and_a_different_one_is_a_revision(ruler):
    first = record(ruler, "-0.8")
    assert (first.period, first.value, first.revision) == ("2026Q2", Decimal("-0.8"), 0)
    assert record(ruler, "−0.80").pk == first.pk
    second = record(ruler, Decimal("-0.5"))
    assert second.revision == 1
    assert Reading.objects.get(committee=ruler.committee, current=True).pk == second.pk


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicator": "无此指标"}, "没有叫"),
        ({"region": "无此县"}, "没有叫"),
        ({"period": "去年此时"}, "看不出"),
        ({"source": " "}, "从哪里来"),
        ({"value": "下降59.1"}, "不是一个数"),
    ],
)
def test_a_figure_that_cannot_be_kept_says_why(ruler, change, words):
    with pytest.raises(Refused, match=words):
        record(ruler, **({"value": 1} | change))
    assert not Reading.objects.exists()


def test_a_missing_figure_is_marked_and_is_not_zero(ruler):
    row = record(ruler, None)
    assert row.value is None
    assert row.mark == "missing"


def test_a_gap_is_noted_by_the_office_and_by_a_unit_for_itself(ruler):
    row = note_gap(
        ruler.seat("clerk"),
        subject="金融扶贫排名靠后",
        text="全省倒数第三",
        owner=ruler.units["finance"].pk,
        indicator="gdp_rate",
        size="-3",
        source_type="document",
        source_id=7,
    )
    assert (row.state, row.unit, row.kind) == ("open", "个百分点", "noted")
    own = note_gap(
        ruler.seat("staff_housing"), subject="窗口少", text="", owner=ruler.units["housing"].pk
    )
    assert own.owner_id == ruler.units["housing"].pk
    with pytest.raises(Refused, match="单位可以提自己的"):
        note_gap(
            ruler.seat("staff_housing"), subject="别人的", text="", owner=ruler.units["civil"].pk
        )
    assert Gap.objects.filter(committee=ruler.committee).count() == 2


def test_members_do_not_keep_figures(ruler):
    with pytest.raises(Refused, match="专委会工作人员"):
        record_reading(
            ruler.seat("member"), indicator="gdp_rate", region="一江区", period="2026Q1", value=1,
            source="x",
        )  # fmt: skip
