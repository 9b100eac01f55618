"""From a figure to a gap with a cause, a measure with a date, and a check that closes it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.models import Task
from shangliang.yardsticks.actions.accept_remark import accept_remark
from shangliang.yardsticks.actions.answer_pulse import answer_pulse
from shangliang.yardsticks.actions.ask_people import ask_people
from shangliang.yardsticks.actions.ask_remark import ask_remark
from shangliang.yardsticks.actions.assign_measure import assign_measure
from shangliang.yardsticks.actions.check_benchmark import check_benchmark
from shangliang.yardsticks.actions.close_gap import close_gap
from shangliang.yardsticks.actions.close_pulse import close_pulse
from shangliang.yardsticks.actions.compute_gaps import compute_gaps
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.enter_item import enter_item
from shangliang.yardsticks.actions.explain_gap import explain_gap
from shangliang.yardsticks.actions.give_remark import give_remark
from shangliang.yardsticks.actions.judge_measure import judge_measure
from shangliang.yardsticks.actions.open_pulse import open_pulse
from shangliang.yardsticks.actions.pass_measure import pass_measure
from shangliang.yardsticks.actions.plan_measure import plan_measure
from shangliang.yardsticks.actions.report_measure import report_measure
from shangliang.yardsticks.actions.retest import retest
from shangliang.yardsticks.actions.set_target import set_target
from shangliang.yardsticks.actions.start_benchmark import start_benchmark
from shangliang.yardsticks.models import NotebookItem, Target
from shangliang.yardsticks.outcomes import countdown, outcomes

SOON = timedelta(days=20)


@pytest.fixture
def behind(ruler):
    for region, value in (("一江区", 3.1), ("二桥区", 5.2), ("全市", 4.4), ("全省", 4.9)):
        ruler.record("gdp_rate", region, "2026Q2", value)
    return ruler


def test_a_gap_is_closed_by_a_check_of_somebody_else_and_never_without_a_measure(behind):
    office, unit = behind.seat("organiser"), behind.seat("staff_housing")
    (gap,) = compute_gaps(office, region="一江区", period="2026Q2")
    assert (gap.size, gap.unit, gap.owner_id) == (
        Decimal("-1.3"),
        "个百分点",
        behind.units["housing"].pk,
    )
    assert compute_gaps(office, region="一江区", period="2026Q2") == []
    explain_gap(unit, gap.pk, cause="项目开工晚")
    with pytest.raises(Refused, match="没有一条举措"):
        close_gap(office, gap.pk, how="看了数")
    with pytest.raises(Refused, match="落到人"):
        plan_measure(unit, gap.pk, text="抓开工", person_name=" ", due_on=today() + SOON)
    measure = plan_measure(
        unit, gap.pk, text="抓开工", person_name="甲一", due_on=today() + SOON, baseline="3.1%"
    )
    assign_measure(behind.seat("supervisor"), measure.pk, basis="调度会")
    task = Task.objects.get(source_type="measure", source_id=measure.pk)
    assert (task.owner_id, task.due_on) == (behind.units["housing"].pk, today() + SOON)
    with pytest.raises(Refused, match="已经转成任务"):
        assign_measure(behind.seat("supervisor"), measure.pk, basis="又一次")
    report_measure(unit, measure.pk, result="开工五个")
    pass_measure(office, measure.pk, how="看了工地")
    with pytest.raises(Refused, match="哪天量的"):
        judge_measure(office, measure.pk, effect="effective", how="数变了")
    judge_measure(office, measure.pk, effect="unknown", how="三季度数未出")
    gap = close_gap(office, gap.pk, how="三季度追平")
    assert gap.state == "closed"


def test_a_stale_period_makes_no_gaps_any_more(behind):
    for region, value in (("一江区", 3.1), ("全市", 4.4)):
        behind.record("gdp_rate", region, "2026Q1", value)
    with pytest.raises(Refused, match="过期"):
        compute_gaps(behind.seat("organiser"), region="一江区", period="2026Q1")


def test_a_measure_whose_people_are_asked_waits_for_their_answers(behind):
    office, unit = behind.seat("organiser"), behind.seat("staff_housing")
    (gap,) = compute_gaps(office, region="一江区", period="2026Q2")
    row = plan_measure(
        unit,
        gap.pk,
        text="窗口延时",
        person_name="甲",
        due_on=today() + SOON,
        baseline="投诉 40 件",
    )
    asked = [{"text": "办事方便吗", "options": ["方便", "不方便"], "good": [0]}]
    pulse = open_pulse(
        office,
        title="窗口好不好",
        questions=asked,
        on=today(),
        until=today() + SOON,
        purpose="看窗口",
    )
    with pytest.raises(Refused, match="至少要5份"):
        ask_people(office, row.pk, pulse=pulse.pk, least=3)
    ask_people(office, row.pk, pulse=pulse.pk, least=6)
    report_measure(unit, row.pk, result="延时了")

    def answer(start, many):
        for n in range(start, start + many):
            answer_pulse(
                pulse.committee_id, pulse.pk, key=f"k{n}", region=behind.regions["一江区"].pk, choices=[0]
            )  # fmt: skip

    answer(0, 5)
    with pytest.raises(Refused, match="已有5份，要6份"):
        pass_measure(office, row.pk, how="看了")
    client = Client()
    client.force_login(behind.account("organiser"))
    assert "待群众评价 5／6" in client.get(f"/gaps/{gap.pk}/").content.decode()
    with pytest.raises(Refused, match="待群众评价"):
        judge_measure(office, row.pk, effect="effective", how="好", value="0 件", on=today())
    answer(5, 1)
    with pytest.raises(Refused, match="还在请群众评价"):
        pass_measure(office, row.pk, how="看了")
    close_pulse(office, pulse.pk)
    pass_measure(office, row.pk, how="看了窗口，问了人")
    judge_measure(office, row.pk, effect="effective", how="投诉没有了", value="0 件", on=today())
    page = client.get(f"/gaps/{gap.pk}/").content.decode()
    assert "100.0% 说好" in page or "100% 说好" in page
    assert "n=6" in page


def test_an_effect_without_a_baseline_cannot_be_judged_effective(behind):
    office, unit = behind.seat("organiser"), behind.seat("staff_housing")
    (gap,) = compute_gaps(office, region="一江区", period="2026Q2")
    row = plan_measure(unit, gap.pk, text="抓", person_name="甲", due_on=today() + SOON)
    report_measure(unit, row.pk, result="做了")
    with pytest.raises(Refused, match="没有写原来是多少"):
        judge_measure(office, row.pk, effect="effective", how="好", value="5%", on=today())


def test_a_county_asked_about_a_pair_explains_and_the_note_stays(behind):
    power = behind.record("power_rate", "一江区", "2026Q2", "-59.1")
    office = behind.seat("organiser")
    note = ask_remark(office, reading=power.pk, question="用电降、产出升，请说明")
    assert Notice.objects.filter(to=behind.people["staff_housing"], kind="yardsticks.ask").exists()
    give_remark(behind.seat("staff_housing"), note.pk, text="一家电解厂停产")
    assert accept_remark(office, note.pk).state == "accepted"
    with pytest.raises(Refused, match="只有一江区的人员"):
        give_remark(
            behind.seat("staff_finance"),
            ask_remark(office, reading=power.pk, question="再问").pk,
            text="x",
        )


def test_a_target_says_by_which_branch_it_was_met_and_not_yet_when_figures_lack(behind):
    office = behind.seat("organiser")
    for region in ("一江区", "二桥区", "三塘县"):
        set_target(
            office,
            indicator="gdp_rate",
            region=region,
            period="2026Q2",
            rule="≥ 全省 或 > 0",
            basis="会",
        )
    said = {
        o.target.region.name: o
        for o in outcomes(
            behind.committee.pk, list(Target.objects.select_related("yardstick", "region"))
        )
    }
    assert said["二桥区"].verdict.by.words == "不低于全省"
    assert said["一江区"].verdict.by.words == "高于0"
    assert said["三塘县"].met is None
    with pytest.raises(Refused, match="看不懂"):
        set_target(
            office, indicator="gdp_rate", region="一江区", period="2026Q2", rule="更好", basis="会"
        )


def test_a_yearly_total_counts_down_and_a_rate_has_no_pace(behind):
    office = behind.seat("organiser")
    level = set_target(
        office, indicator="gdp", region="全市", period="2026年", value=100, basis="年初会"
    )
    found = countdown(level, behind.rulers["gdp"], {9: Decimal(60)}, {})
    assert (found.pace.done, found.pace.expected, found.pace.behind) == (60, 75, 15)
    rate = set_target(
        office, indicator="gdp_rate", region="全市", period="2026年", value=6, basis="年初会"
    )
    assert "没有序时进度" in countdown(rate, behind.rulers["gdp_rate"], {9: Decimal(5)}, {}).refused


def test_a_months_figure_moves_the_countdown_and_the_forecast_says_what_it_rests_on(behind):
    level = set_target(
        behind.seat("organiser"),
        indicator="gdp",
        region="全市",
        period="2026年",
        value=100,
        basis="年初会",
    )
    years = {y: {9: Decimal(70), 12: Decimal(100)} for y in (2024, 2025)}
    found = countdown(level, behind.rulers["gdp"], {9: Decimal(70), 10: Decimal(88)}, years)
    assert (found.pace.done, round(found.pace.expected)) == (88, 83)
    assert (found.forecast.low, found.forecast.high) == (100, 100)
    assert "9月的数；10月没有两个往年可比" in found.forecast.basis
    past_it = countdown(level, behind.rulers["gdp"], {9: Decimal(70), 10: Decimal(105)}, years)
    assert past_it.forecast.low == 105


def test_self_benchmarking_demands_measures_and_data_for_its_check(behind):
    unit = behind.seat("staff_housing")
    row = start_benchmark(
        unit, region="一江区", peer="二桥区", indicator="gdp_rate", period="2026Q2", target="-1", target_period="2026Q4"
    )  # fmt: skip
    assert row.gap.size == Decimal("-2.1")
    with pytest.raises(Refused, match="先自定措施"):
        check_benchmark(unit, row.pk, period="2026Q3", note="好")
    plan_measure(unit, row.gap_id, text="抓", person_name="甲", due_on=today() + SOON)
    with pytest.raises(Refused, match="检验要有数据"):
        check_benchmark(unit, row.pk, period="2026Q3", note="好")
    behind.record("gdp_rate", "一江区", "2026Q3", 4.5)
    behind.record("gdp_rate", "二桥区", "2026Q3", 5.3)
    check_benchmark(unit, row.pk, period="2026Q3", note="收窄")
    row.refresh_from_db()
    assert row.check_left == Decimal("-0.8")


def test_a_mistake_closes_only_after_passing_again(ruler):
    unit = ruler.seat("staff_housing")
    data = {
        "book": "wrong",
        "owner": ruler.units["housing"].pk,
        "title": "漏报",
        "cause": "没核",
        "way": "双核",
    }
    with pytest.raises(Refused, match="复测日"):
        enter_item(unit, **data)
    later = enter_item(unit, **data, retest_on=today() + SOON)
    with pytest.raises(Refused, match="还没到"):
        retest(unit, later.pk, passed=True, note="测了")
    row = enter_item(unit, **data, retest_on=today())
    with pytest.raises(Refused, match="下一次"):
        retest(unit, row.pk, passed=False, note="还错")
    retest(unit, row.pk, passed=False, note="还错", again_on=today() + SOON)
    row = NotebookItem.objects.get(pk=row.pk)
    assert (row.state, row.retest_on) == ("open", today() + SOON)
    NotebookItem.objects.filter(pk=row.pk).update(retest_on=today())
    retest(unit, row.pk, passed=True, note="都对")
    assert NotebookItem.objects.get(pk=row.pk).state == "closed"


def test_a_changed_definition_is_a_further_version_and_an_index_needs_whole_weights(ruler):
    office = ruler.seat("organiser")
    turned = define(
        office,
        kind="indicator",
        code="gdp_rate",
        name="增速",
        source="新制度",
        unit="%",
        shape="rate",
        direction="lower",
    )
    assert turned.version == 2
    with pytest.raises(Refused, match="权数合计"):
        define(
            office,
            kind="index",
            code="i",
            name="综合",
            source="办法",
            body={"parts": [{"code": "gdp", "weight": "0.5"}]},
        )
    with pytest.raises(Refused, match="不代拟"):
        define(office, kind="framework", code="f", name="框架", source="文件", body={})


def test_people_are_never_given_a_yardstick(ruler):
    """Catalogue E3: no person-level yardstick can be made; a gap belongs to a body."""
    from shangliang.yardsticks.gaps import body_of

    with pytest.raises(Refused, match="责任单位"):
        body_of(ruler.seat("organiser"), ruler.people["member"].pk)


def test_a_gaps_page_says_what_later_figures_say(behind):
    (gap,) = compute_gaps(behind.seat("organiser"), region="一江区", period="2026Q2")
    client = Client()
    client.force_login(behind.account("organiser"))
    url = gap.get_absolute_url()
    assert "还没有比这一期更新的数" in client.get(url).content.decode()
    behind.record("gdp_rate", "一江区", "2026Q4", 5.2)
    behind.record("gdp_rate", "全市", "2026Q4", 4.9)
    assert "2026年 5.2%，全市4.9%，领先0.30个百分点" in client.get(url).content.decode()
