"""交办事项: a duty from any source, signed or contested, divided, moved, urged, verified."""

from datetime import timedelta
from decimal import Decimal

import pytest

from shangliang.actors.models import Actor, Tie
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.escalation import escalate_all
from shangliang.tasks.forms.further import bodies
from shangliang.tasks.models import Request, Task


def do(verb, seat, task, **data):
    return REGISTRY[("task", verb)](seat, task.pk, **data)


@pytest.fixture
def task(city):
    return assign_task(
        city.seat("supervisor"),
        title="查清老旧小区资金支出慢的原因",
        owner=city.units["housing"].pk,
        partners=[city.units["finance"].pk, city.units["housing"].pk],
        due_on=today() + timedelta(days=60),
        basis="4-12 推进会讲话，第 13 行",
        basis_by="市政府督查室",
        standard="三个区都说清原因，列出到位和支出",
    )


@pytest.fixture
def doing(city, task):
    return do("accept_task", city.seat("staff_housing"), task)


def test_an_assigned_task_waits_to_be_signed_and_tells_the_unit(city, task):
    assert (task.kind, task.state, task.basis_kind) == ("assigned", "offered", "assigned")
    assert task.partner_names == "市财政局"
    assert {c.kind for c in running(task)} == {"promise", "task_accept"}
    told = Notice.objects.filter(kind="task.assign")
    assert {n.to_id for n in told if n.needs_act} == {
        city.people["staff_housing"].pk,
        city.people["head_housing"].pk,
    }
    assert city.people["staff_finance"].pk in {n.to_id for n in told}


def test_units_come_before_firms_among_those_who_can_be_charged(city):
    committee = city.committee
    firm = Actor.objects.create(committee=committee, kind=Actor.Kind.FIRM, name="一号示例厂")
    groups = bodies(committee.pk, city.units["finance"].pk)
    assert groups[0][0] == "承办单位"
    assert dict(groups)["企业"] == [(firm.pk, "一号示例厂")]
    assert city.units["finance"].pk not in dict(groups[0][1])


@pytest.mark.parametrize("who", ["member", "staff_finance", "drafter", "admin", "auditor"])
def test_who_has_no_office_assigns_nothing(city, who):
    with pytest.raises(Refused, match="可以交办"):
        assign_task(city.seat(who), title="事", owner=city.units["housing"].pk)


@pytest.mark.parametrize(
    "who", ["supervisor", "clerk", "leader", "organiser", "convenor", "editor"]
)
def test_those_who_carry_words_to_units_may_assign(city, who):
    task = assign_task(city.seat(who), title="事", owner=city.units["housing"].pk)
    assert task.basis_by == city.people[who].name


def test_a_unit_claims_a_duty_of_its_own_and_it_runs_at_once(city):
    task = assign_task(city.seat("staff_housing"), title="事", owner=city.units["housing"].pk)
    assert (task.basis_kind, task.state, task.accepted_on) == ("claimed", "doing", today())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"title": " "}, "要办什么"),
        ({"due_on": today() - timedelta(days=1)}, "不能早于今天"),
        ({"owner": 10**9}, "没有这个责任单位"),
        ({"basis_kind": "rumour"}, "交办、批示或认领"),
    ],
)
def test_what_cannot_be_assigned_leaves_nothing(city, data, words):
    given = {"title": "事", "owner": city.units["housing"].pk} | data
    with pytest.raises(Refused, match=words):
        assign_task(city.seat("supervisor"), **given)
    assert not Task.objects.exists()
    assert not Clock.objects.exists()


def test_nothing_is_assigned_to_a_person_or_over_the_wall(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    for pk in (city.people["member"].pk, other.units["housing"].pk):
        with pytest.raises(Refused, match="没有这个责任单位"):
            assign_task(city.seat("supervisor"), title="事", owner=pk)


def test_signing_meets_one_clock_and_the_other_runs_on(city, doing):
    assert (doing.state, doing.accepted_on) == ("doing", today())
    assert [c.kind for c in running(doing)] == ["promise"]


def test_a_contest_granted_moves_the_duty_with_its_clocks(city, task):
    finance = city.units["finance"]
    do("contest_task", city.seat("staff_housing"), task, reason="资金归财政。", better=finance.pk)
    task = do("grant_contest", city.seat("supervisor"), task, owner=finance.pk)
    assert (task.state, task.owner, task.partner_names) == ("offered", finance, "")
    assert {c.unit_id for c in running(task)} == {finance.pk}
    assert Request.objects.get().state == "granted"


def test_two_units_that_both_deny_it_are_settled_in_writing(city, task):
    housing, finance = city.units["housing"], city.units["finance"]
    office = city.seat("supervisor")
    do("contest_task", city.seat("staff_housing"), task, reason="归财政。", better=finance.pk)
    do("grant_contest", office, task, owner=finance.pk)
    do("contest_task", city.seat("staff_finance"), task, reason="归住建。", better=housing.pk)
    with pytest.raises(Refused, match="两家互推"):
        do("grant_contest", office, task, owner=housing.pk)
    with pytest.raises(Refused, match="写明理由"):
        do("grant_contest", office, task, owner=housing.pk, settle=True)
    task = do("grant_contest", office, task, owner=housing.pk, settle=True, note="三定方案第四条。")
    with pytest.raises(Refused, match="已经由督办机构裁定"):
        do("contest_task", city.seat("staff_housing"), task, reason="还是不归我。")


def test_a_contest_refused_comes_back_to_be_signed(city, task):
    do("contest_task", city.seat("staff_housing"), task, reason="忙。")
    task = do("refuse_contest", city.seat("supervisor"), task, note="职责清单第三条。")
    assert (task.state, task.settled) == ("offered", True)
    assert do("accept_task", city.seat("staff_housing"), task).state == "doing"


def part(title, weight, **more):
    return {"title": title, "weight": weight} | more


def test_the_progress_of_the_whole_is_computed_from_its_parts(city, doing):
    seat = city.seat("staff_housing")
    rows = [part("一江区", "0.6"), part("二桥区", "0.4", owner=city.units["finance"].pk)]
    do("divide_task", seat, doing, parts=rows)
    one, two = Task.objects.filter(parent=doing).order_by("pk")
    assert (one.state, two.state, one.weight) == ("doing", "offered", Decimal("0.6"))
    do("report_progress", seat, one, text="一半。", percent=50)
    doing.refresh_from_db()
    assert doing.percent == 30
    with pytest.raises(Refused, match="由分解的各项算出"):
        do("report_progress", seat, doing, text="我说一百。", percent=100)
    with pytest.raises(Refused, match="还有 2 项"):
        do("report_done", seat, doing, text="都好了。")
    do("drop_task", city.seat("supervisor"), two, reason="并入一江区。")
    doing.refresh_from_db()
    assert doing.percent == 50
    do("report_done", seat, one, text="办完。")
    assert do("report_done", seat, doing, text="都办完。").state == "reported"


def test_a_whole_is_not_closed_while_a_part_of_it_is_open(city, doing):
    """The office may give a part back after the whole was reported; the whole waits for it."""
    seat, office = city.seat("staff_housing"), city.seat("supervisor")
    do("divide_task", seat, doing, parts=[part("一江区", "0.6"), part("二桥区", "0.4")])
    one, two = Task.objects.filter(parent=doing).order_by("pk")
    for row in (one, two, doing):
        do("report_done", seat, row, text="办完。")
    with pytest.raises(Refused, match="还有 2 项没有核实销号（一江区 等）"):
        do("verify", office, doing, how="看了现场。")
    do("verify", office, one, how="看了现场。")
    do("reject_done", office, two, why="现场还没有动。")
    with pytest.raises(Refused, match="还有 1 项没有核实销号（二桥区）"):
        do("verify", office, doing, how="看了现场。")
    doing.refresh_from_db()
    assert (doing.state, doing.verified_on) == ("reported", None)
    do("drop_task", office, two, reason="并入一江区。")
    assert do("verify", office, doing, how="看了现场。").state == "verified"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([part("一", "1")], "2 到 20 项"),
        ([part("一", "0.5"), part("二", "0.4")], "等于 1，现在是 0.9"),
        ([part("一", "1.2"), part("二", "-0.2")], "大于 0"),
        ([part("一", "很多"), part("二", "0.5")], "权重写小数"),
        ([part("一", "0.5"), part(" ", "0.5")], "写办什么"),
        ([part("一", "0.5"), part("二", "0.5", due_on=today() + timedelta(days=99))], "晚于整件"),
    ],
)
def test_parts_that_do_not_add_up_are_refused_whole(city, doing, rows, words):
    with pytest.raises(Refused, match=words):
        do("divide_task", city.seat("staff_housing"), doing, parts=rows)
    assert not Task.objects.filter(parent=doing).exists()


def test_more_time_is_asked_before_the_day_and_granted_or_not(city, doing):
    seat, office, first = city.seat("staff_housing"), city.seat("supervisor"), doing.due_on
    later = first + timedelta(days=20)
    with pytest.raises(Refused, match="晚于现在的时限"):
        do("ask_more_time", seat, doing, until=first, code="money", reason="等钱")
    with pytest.raises(Refused, match="从清单里选"):
        do("ask_more_time", seat, doing, until=later, code="lazy", reason="等钱")
    do("ask_more_time", seat, doing, until=later, code="money", reason="等钱")
    with pytest.raises(Refused, match="还在等"):
        do("ask_more_time", seat, doing, until=later, code="money", reason="等钱")
    with pytest.raises(Refused, match="不能晚于单位申请"):
        do("grant_more_time", office, doing, until=later + timedelta(days=1))
    task = do("grant_more_time", office, doing)
    assert (task.due_on, task.first_due_on) == (later, first)
    assert running(task, "promise").get().due_on == later
    with pytest.raises(Refused, match="没有在等答复"):
        do("refuse_more_time", office, task, note="不行")
    Task.objects.update(due_on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="已经逾期"):
        do("ask_more_time", seat, task, until=later, code="money", reason="等钱")


def test_a_reason_for_delay_is_coded_and_said(city, doing):
    seat = city.seat("staff_housing")
    with pytest.raises(Refused, match="从清单里选"):
        do("report_delay", seat, doing, code="", text="慢")
    task = do("report_delay", seat, doing, code="design", text="设计变更，下月复工。")
    assert task.delay_code == "design"
    assert task.progress.get(kind="delay").code == "design"


def test_a_pause_gives_its_days_back(city, doing):
    office, due = city.seat("supervisor"), doing.due_on
    do("pause_task", office, doing, reason="等环评批复")
    Clock.objects.filter(kind="promise").update(paused_on=today() - timedelta(days=7))
    task = do("resume_task", office, doing)
    assert task.due_on >= due + timedelta(days=7)
    assert task.paused_on is None


def test_urging_climbs_from_unit_to_head_to_the_leader_in_charge(city, doing):
    city.tie("leader", Tie.Kind.IN_CHARGE, city.units["housing"])
    office = city.seat("supervisor")
    staff, head, leader = (city.people[k].pk for k in ("staff_housing", "head_housing", "leader"))
    told = []
    for _ in range(4):
        Notice.objects.all().delete()
        do("urge_task", office, doing)
        told.append({n.to_id for n in Notice.objects.filter(kind="task.urge_task")})
    assert told == [{staff}, {staff, head}, {staff, head, leader}, {staff, head, leader}]
    do("report_progress", city.seat("staff_housing"), doing, text="动了。", percent=10)
    Notice.objects.all().delete()
    do("urge_task", office, doing)
    assert {n.to_id for n in Notice.objects.filter(kind="task.urge_task")} == {staff}
    doing.refresh_from_db()
    assert (doing.urged, doing.urge_level) == (5, 1)


def test_lateness_is_told_upwards_once_a_level_however_often_it_runs(city, doing):
    city.tie("leader", Tie.Kind.IN_CHARGE, city.units["housing"])
    Notice.objects.all().delete()
    assert escalate_all() == 0
    Task.objects.update(due_on=today() - timedelta(days=9))
    assert (escalate_all(), escalate_all()) == (1, 0)
    assert city.people["leader"].pk not in {n.to_id for n in Notice.objects.all()}
    Task.objects.update(due_on=today() - timedelta(days=40))
    assert (escalate_all(), escalate_all()) == (1, 0)
    assert city.people["leader"].pk in {n.to_id for n in Notice.objects.all()}


def test_a_sample_that_does_not_hold_closes_nothing(city, doing):
    do("report_done", city.seat("staff_housing"), doing, text="办完。")
    office = city.seat("supervisor")
    with pytest.raises(Refused, match="只有 18 处属实"):
        do("verify", office, doing, how="抽查", sampled=20, held=18)
    with pytest.raises(Refused, match="不能多于"):
        do("verify", office, doing, how="抽查", sampled=20, held=21)
    task = do("verify", office, doing, how="抽查", sampled=20, held=20)
    row = task.progress.get(kind="verified")
    assert (row.sampled, row.held) == (20, 20)


def test_a_joint_unit_does_not_verify_even_with_a_second_office(city, doing):
    do("report_done", city.seat("staff_housing"), doing, text="办完。")
    city.tie("staff_finance", Tie.Kind.SUPERVISOR, city.committee)
    with pytest.raises(Refused, match="协办单位不能"):
        do("verify", city.seat("staff_finance"), doing, how="看过")


def test_a_county_can_be_charged_as_a_unit_can(city):
    county = Actor.objects.create(committee=city.committee, kind=Actor.Kind.COUNTY, name="一江区")
    assert assign_task(city.seat("supervisor"), title="说明支出", owner=county.pk).owner == county
