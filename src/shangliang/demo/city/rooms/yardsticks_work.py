"""Demonstration 2: notes beside figures, gaps with measures, targets with rules."""

from datetime import timedelta

from ....engines.indicators.periods import Period
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....yardsticks.actions.accept_remark import accept_remark
from ....yardsticks.actions.ask_remark import ask_remark
from ....yardsticks.actions.assign_measure import assign_measure
from ....yardsticks.actions.compute_gaps import compute_gaps
from ....yardsticks.actions.explain_gap import explain_gap
from ....yardsticks.actions.judge_measure import judge_measure
from ....yardsticks.actions.note_claim import note_claim
from ....yardsticks.actions.offer_remark import offer_remark
from ....yardsticks.actions.pass_measure import pass_measure
from ....yardsticks.actions.plan_measure import plan_measure
from ....yardsticks.actions.report_measure import report_measure
from ....yardsticks.actions.set_target import set_target
from ....yardsticks.actions.start_benchmark import start_benchmark
from ....yardsticks.models import Reading
from ..bodies import COUNTIES

# output of a year in 亿元, county by county
SIZE = (420, 360, 250, 150, 130, 210, 240, 170, 140, 190)


def explain(office: Seat, county: Seat, now: Period) -> None:
    """A note accepted, one waiting, a pair asked about, a revision, a claim beside the data."""
    row = reading("invest_rate", "四泉县", now, office)
    note = offer_remark(
        county, reading=row.pk, text="去年同期12亿元项目集中入库，基数高；剔除后增长3.4%。"
    )
    accept_remark(office, note.pk, answer="与项目入库台账一致。")
    weak = reading("budget_rate", "四泉县", now, office)
    offer_remark(
        county,
        reading=weak.pk,
        kind="contest",
        text="三季度一笔退库记到了本县，应在市本级，请核对。",
    )
    stopped = reading("power_rate", "五峰县", now, office)
    ask_remark(
        office, reading=stopped.pk, question="用电增速连续两季低于产出增速，请说明主要行业的情况。"
    )
    note_claim(
        office, text="各县（市、区）投资都保持了较快增长", source="座谈发言材料第2页（示例）",
        indicator="invest_rate", period=now.code,
    )  # fmt: skip


def gaps(office: Seat, watch: Seat, county: Seat, now: Period) -> None:
    """Computed gaps: one with a measure checked, one made a task, the others in sight without."""
    mine = compute_gaps(office, region="四泉县", period=now.code)
    compute_gaps(office, region="五峰县", period=now.code)
    day = today()
    causes = {
        "invest_rate": "去年同期项目集中入库，基数高；今年接续项目开工晚",
        "ind_rate": "两户支柱企业检修停产",
        "budget_rate": "土地相关税收减少0.4亿元",
    }
    for gap in mine:
        code = gap.yardstick.code
        if code in causes:
            explain_gap(county, gap.pk, cause=causes[code])
        if code == "invest_rate":
            first = plan_measure(
                county, gap.pk, text="接续项目逐个排出开工日，每旬到现场调度一次", person_name="分管副县长",
                due_on=day + timedelta(days=38), expected="年底投资降幅收窄到−1%以内", baseline="投资增速−3.3%",
                learned_from="六合里县项目开工专班",
            )  # fmt: skip
            assign_measure(watch, first.pk, basis="三季度县区指标调度会（示例）")
            second = plan_measure(
                county, gap.pk, text="把5个停建项目的堵点分到部门限期解开", person_name="县发改委主任",
                due_on=day + timedelta(days=12), expected="5个全部复工", baseline="停建5个",
            )  # fmt: skip
            report_measure(county, second.pk, result="5个停建项目复工4个，1个换了施工单位后进场。")
            pass_measure(office, second.pk, how="到4个工地看过，查了施工日志。")
            judge_measure(
                office,
                second.pk,
                effect="partly",
                value="停建1个",
                on=day,
                how="现场核对，1个还没有复工。",
            )
        if code == "ind_rate":
            plan_measure(
                county, gap.pk, text="帮两户检修企业协调备件，提前复产", person_name="县工信局局长",
                due_on=day + timedelta(days=20), expected="12月恢复满产", baseline="停产2户",
            )  # fmt: skip
    start_benchmark(
        county, region="四泉县", peer="六合里县", indicator="gdp_rate",
        period=Period(now.year - 1, "Q", now.number).code, target="-0.8", target_period=Period(now.year, "Q", 4).code,
    )  # fmt: skip


def targets(office: Seat, now: Period) -> None:
    """Quarter targets with rules for every county, yearly totals for the countdown."""
    for name in COUNTIES:
        set_target(
            office, indicator="gdp_rate", region=name, period=now.code, rule="≥ 全省 或 由负转正",
            basis="二季度县区指标调度会（示例）",
        )  # fmt: skip
        set_target(
            office, indicator="invest_rate", region=name, period=now.code, rule="> 0 且 ≥ 全市-3 或 位次 ≤ 3",
            basis="二季度县区指标调度会（示例）",
        )  # fmt: skip
    year = f"{now.year}Q4"
    for n, name in enumerate(COUNTIES):
        set_target(
            office, indicator="budget", region=name, period=year, value=round(SIZE[n] * 0.068, 1),
            basis="年初目标分解（示例）",
        )  # fmt: skip
        set_target(
            office,
            indicator="newfirm",
            region=name,
            period=year,
            value=12,
            basis="升规入库方案（示例）",
        )


def reading(code: str, region: str, period: Period, office: Seat) -> Reading:
    return Reading.objects.get(
        committee_id=office.committee_id, yardstick__code=code, region__name=region, period=period.code,
        current=True,
    )  # fmt: skip
