"""Duties from many sources in every state, and last month's notice: all figures are invented."""

from datetime import timedelta

from ....procedures.office_calendar import today
from ....subjects.models import Subject
from ....tasks.actions.assign_task import assign_task
from ....tasks.actions.explain_figure import explain_figure
from ....tasks.actions.issue_circular import issue_circular
from ....tasks.actions.judge_effect import judge_effect
from ....tasks.actions.record_effect import record_effect
from ....tasks.circular import first_of, month_before
from ....tasks.models import Task
from ..bodies import COUNTIES
from .subjects_hands import Hands, do, paper


def duty(hands: Hands, title: str, owner: int, begun: int, due: int, **more: object) -> Task:
    """One duty that began some days ago; the verbs are today's, the dates were then."""
    task: Task = assign_task(
        hands.office, title=title, owner=owner, due_on=today() + timedelta(days=max(due, 0)),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    start = today() - timedelta(days=begun)
    until = today() + timedelta(days=due)
    Task.objects.filter(committee=hands.city.committee, pk=task.pk).update(
        started_on=start, basis_on=start, due_on=until, first_due_on=until
    )
    task.refresh_from_db()
    return task


def duties(hands: Hands, funds: dict[str, Subject], things: dict[str, Subject]) -> None:
    """From speech, instruction, gap, inspection and clause; every state of a duty once."""
    zhujian, caizheng = hands.staff("zhujian"), hands.staff("caizheng")
    counties = [hands.counties[name].pk for name in COUNTIES]
    slow = duty(
        hands, "查清老旧小区改造资金支出慢的原因", hands.unit("zhujian"), 100, -12,
        partners=counties[:3], source_type="instruction", basis_kind="instruction",
        basis_by="分管副市长", basis="推进会讲话，第 13 行", subject_id=funds["renewal"].pk,
        standard="三个区逐个说明原因，支出率到 40% 以上",
    )  # fmt: skip
    do("task", "accept_task", zhujian, slow.pk)
    do(
        "task", "divide_task", zhujian, slow.pk,
        parts=[
            {"title": f"{name}：说明原因，加快支付", "weight": share, "owner": hands.counties[name].pk}
            for name, share in zip(COUNTIES[:3], ("0.4", "0.3", "0.3"), strict=True)
        ],
    )  # fmt: skip
    parts = list(Task.objects.filter(committee=hands.city.committee, parent=slow).order_by("pk"))
    for name, part, done in zip(COUNTIES[:3], parts, (90, 40, None), strict=True):
        Task.objects.filter(committee=hands.city.committee, pk=part.pk).update(
            started_on=slow.started_on
        )
        if done is not None:
            do("task", "accept_task", hands.people[name], part.pk)
            do("task", "report_progress", hands.people[name], part.pk,
               text="付款节点逐个小区核对，已排出支付计划。", percent=done)  # fmt: skip
    do(
        "task",
        "report_delay",
        zhujian,
        slow.pk,
        code="design",
        text="三塘区管线图纸改了两次，区里本周报原因。",
    )
    do("task", "urge_task", hands.office, slow.pk, note="三塘区还没有签收，请今天联系。")
    effect = record_effect(
        hands.office, about=slow, case=slow, doer_id=slow.owner_id,
        measure="三个区老旧小区改造资金支出率", baseline="1.9%（半年前）",
        value="23.0%", measured_on=today() - timedelta(days=3),
    )  # fmt: skip
    judge_effect(
        hands.office, effect.pk, case=slow, verdict="partly", how="核对了三个区的支付凭证。",
        asked=24, content=15,
    )  # fmt: skip
    plain = (
        ("恢复停用电梯 12 台", "zhujian", 160, 60, 55, "finding", "视察记录，第 3 处"),
        ("中小企业风险抵押金县级配套到位", "caizheng", 120, 9, 30, "gap", "市长办公会纪要"),
        ("企业诉求平台接入 2000 家", "shuju", 90, 70, 62, "clause", "推进会讲话，第 18 行"),
        ("新增村级养老助餐点 120 个", "minzheng", 150, 45, 80, "clause", "政府工作报告第 46 条"),
        ("工业企业“小升规”培育 60 家", "gongxin", 200, 30, 48, "gap", "主要指标分析"),
        ("县域外贸企业走访全覆盖", "shangwu", 60, 80, 40, "clause", "推进会讲话，第 9 行"),
    )
    about = {"中小企业风险抵押金县级配套到位": funds["pledge"].pk}
    for title, key, begun, due, done, source, basis in plain:
        task = duty(
            hands, title, hands.unit(key), begun, due, source_type=source, basis=basis,
            basis_by="市政府督查室", subject_id=about.get(title),
            partners=counties if title in about else (),
        )  # fmt: skip
        do("task", "accept_task", hands.staff(key), task.pk)
        do(
            "task",
            "report_progress",
            hands.staff(key),
            task.pk,
            text="按台账推进，清单到人。",
            percent=done,
        )
        if title in about:
            do("task", "ask_more_time", caizheng, task.pk, until=today() + timedelta(days=40),
               code="money", reason="四个县要等县人大常委会批预算调整，下月中旬开会。")  # fmt: skip
    lamps = duty(hands, "背街小巷路灯普查补装", hands.unit("chengguan"), 90, 20, source_type="consultation", basis="协商议事会议定第 2 条")  # fmt: skip
    do("task", "accept_task", hands.staff("chengguan"), lamps.pk)
    do("task", "report_done", hands.staff("chengguan"), lamps.pk, text="普查 214 条，补装 380 盏，清单附后。", evidence=paper("路灯清单", "380 盏"))  # fmt: skip
    water = duty(hands, "新建湿地监测站 2 座", hands.unit("ziran"), 110, 60, source_type="finding", basis="视察监督第 5 处", subject_id=things["七星湖湿地修复"].pk)  # fmt: skip
    do("task", "accept_task", hands.staff("ziran"), water.pk)
    do("task", "report_progress", hands.staff("ziran"), water.pk, text="选址完成。", percent=48)
    do("task", "pause_task", hands.office, water.pk, reason="等环评批复")
    meals = duty(hands, "学校周边护学岗补齐", hands.unit("gongan"), 140, 10, source_type="consultation", basis="界别协商第 1 条")  # fmt: skip
    do("task", "accept_task", hands.staff("gongan"), meals.pk)
    do("task", "report_done", hands.staff("gongan"), meals.pk, text="42 所学校都有岗。")
    do(
        "task",
        "verify",
        hands.office,
        meals.pk,
        how="早高峰到 20 所学校门口看。",
        sampled=20,
        held=20,
    )
    taken = duty(hands, "牵头定集群管理办法配套细则", hands.unit("gongxin"), 2, 45, source_type="clause", basis="推进会讲话，第 21 行", subject_id=things["reform"].pk)  # fmt: skip
    do("task", "contest_task", hands.staff("gongxin"), taken.pk, reason="集群管理由市发改委牵头，我局配合。", better=hands.unit("fagai"))  # fmt: skip
    duty(hands, "农村客运线路补空白 8 条", hands.unit("jiaotong"), 1, 90, source_type="voice", basis="社情民意第 17 期", basis_kind="instruction", basis_by="副市长批示")  # fmt: skip


def notice(hands: Hands) -> None:
    """Last month's notice, and one unit's word beside its figure."""
    month = month_before(first_of(today()))
    issue_circular(hands.office, month=month)
    explain_figure(
        hands.staff("zhujian"), unit=hands.unit("zhujian"), month=month,
        text="逾期的一项等三塘区改图，本月内报原因；其余按期。",
    )  # fmt: skip
