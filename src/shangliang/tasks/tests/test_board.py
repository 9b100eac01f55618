"""督办台账: one board for tasks from any source, its lamps, its notice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.perform import REGISTRY
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.lamps import lamp_of, planned, way_named

from .orders import make, words

LIT = {"green": "green", "yellow": "yellow", "red": "red", "blue": "blue"}


@pytest.mark.parametrize(
    ("way", "state", "percent", "begun", "due", "light", "group"),
    [
        ("progress", "doing", 50, -30, 60, "green", "plan"),
        ("progress", "doing", 0, -30, 60, "yellow", "behind"),
        ("progress", "doing", 0, -60, 60, "red", "serious"),
        ("sheets", "doing", 0, -60, 60, "yellow", "behind"),
        ("progress", "doing", 95, -30, 5, "yellow", "near"),
        ("sheets", "doing", 95, -30, 5, "blue", "near"),
        ("progress", "doing", 99, -60, -10, "red", "late"),
        ("sheets", "doing", 99, -60, -10, "red", "late"),
        ("progress", "offered", 0, 0, 60, "yellow", "offered"),
        ("progress", "paused", 0, -60, -10, "pause", "paused"),
        ("progress", "reported", 100, -60, -10, "done", "reported"),
        ("progress", "doing", 0, -60, None, "red", "undated"),
        ("progress", "verified", 100, -60, 5, "done", "verified"),
    ],
)
def test_the_lamp_follows_the_published_rule(city, way, state, percent, begun, due, light, group):
    day = today()
    found = lamp_of(
        way_named(way),
        calendar_of(city.committee.pk),
        day,
        state=state,
        percent=percent,
        started_on=day + timedelta(days=begun),
        due_on=None if due is None else day + timedelta(days=due),
    )
    assert (found.light, found.group) == (light, group)
    assert found.word  # a shape and a word, never colour only


def test_the_plan_runs_evenly_from_start_to_due():
    start = date(2026, 1, 1)
    assert planned(start, date(2026, 1, 11), date(2026, 1, 6)) == 50
    assert planned(start, start, start) == 100
    assert planned(start, None, start) is None


def test_the_board_shows_promises_and_duties_together_late_first(city, client):
    city.replied()
    make(city, "按计划的事", percent=50)
    make(city, "早已逾期的事", days=-30, started_on=today() - timedelta(days=90), state="doing")
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("board")))
    assert page.index("早已逾期的事") < page.index("按计划的事")
    for part in ("印发办法", "提案承诺", "批示", "逾期", "市住建局签收", "灯怎么判"):
        assert part in page


@pytest.mark.parametrize(
    ("query", "seen", "unseen"),
    [
        ({"unit": "finance"}, "财政的事", "住建的事"),
        ({"source": "差距"}, "财政的事", "住建的事"),
        ({"group": "late"}, "住建的事", "财政的事"),
        ({"q": "财政"}, "财政的事", "住建的事"),
        ({"due": "month"}, "财政的事", "住建的事"),
        ({"show": "closed"}, "了结的事", "财政的事"),
    ],
)
def test_filters_stand_in_the_address(city, client, query, seen, unseen):
    make(city, "财政的事", "finance", days=20, source_type="gap", percent=99)
    make(city, "住建的事", days=-5, state="doing")
    make(city, "了结的事", state="verified")
    if query.get("unit"):
        query = {"unit": city.units[query["unit"]].pk}
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("board"), query))
    assert seen in page
    assert unseen not in page


@pytest.mark.parametrize("query", [{"group": "x", "unit": "y", "page": "z", "lamps": "q", "due": "w", "sort": "v", "subject": "9"}])  # fmt: skip
def test_any_address_answers(city, client, query):
    make(city)
    client.force_login(city.account("supervisor"))
    assert client.get(reverse("board"), query).status_code == 200
    assert client.get(reverse("circular"), {"month": "nonsense"}).status_code == 200


def test_a_unit_sees_what_is_its_own_or_joined(city, client):
    make(city, "别人的事", "market")
    task = make(city, "住建牵头的事")
    client.force_login(city.account("staff_finance"))
    page = words(client.get(reverse("board")))
    assert "别人的事" not in page
    assert "住建牵头的事" not in page
    assert client.get(reverse("task", args=[task.pk])).status_code == 404
    joint = assign_task(
        city.seat("supervisor"),
        title="一起办的事",
        owner=city.units["housing"].pk,
        partners=[city.units["finance"].pk],
    )
    assert "一起办的事" in words(client.get(reverse("board")))
    assert client.get(reverse("task", args=[joint.pk])).status_code == 200


def test_both_sets_of_lamps_are_published_with_their_source(city, client):
    client.force_login(city.account("staff_housing"))
    page = words(client.get(reverse("board-rules")))
    for part in ("进度灯", "蓝黄红督办单", "来源", "催办三级", "资金没有到位"):
        assert part in page


def test_a_task_is_assigned_on_its_page_and_what_was_typed_stays(city, client):
    client.force_login(city.account("supervisor"))
    answer = client.post(reverse("task-new"), {"title": "恢复停用电梯", "basis_kind": "assigned"})
    assert answer.status_code == 422
    assert "请选牵头单位" in words(answer)
    assert "恢复停用电梯" in words(answer)
    data = {
        "title": "恢复停用电梯",
        "owner": city.units["housing"].pk,
        "partners": [city.units["finance"].pk],
        "basis_kind": "instruction",
        "basis_by": "分管副市长",
        "due_on": f"{today() + timedelta(days=30)}",
    }
    answer = client.post(reverse("task-new"), data, follow=True)
    page = words(answer)
    for part in ("恢复停用电梯", "批示", "分管副市长", "市财政局", "待签收"):
        assert part in page


def test_an_effect_is_recorded_and_judged_by_another(city, client):
    task = make(city, state="doing")
    url = reverse("task-effects", args=[task.pk])
    client.force_login(city.account("staff_housing"))
    data = {"measure": "支出率", "baseline": "1.64%", "value": "40%", "measured_on": f"{today()}"}
    assert "单位自报" in words(client.post(url, data, follow=True))
    assert client.post(url, {"measure": "支出率"}).status_code == 422
    client.force_login(city.account("supervisor"))
    from shangliang.tasks.models import Effect

    row = Effect.objects.get()
    judged = {"effect": row.pk, "verdict": "partly", "how": "看了支付凭证", "value": "40%"}
    answer = client.post(url, judged, follow=True)
    page = words(answer)
    assert answer.status_code == 200, [x["form"].errors for x in answer.context["rows"]]
    assert "部分见效" in page
    assert "部分见效" in words(client.get(reverse("task", args=[task.pk])))


def test_the_pages_ask_a_fixed_number_of_questions(city, client, django_assert_max_num_queries):
    city.replied()
    office = city.seat("supervisor")
    tasks = [make(city, f"事{n}", days=n * 3 - 6, state="doing") for n in range(8)]
    rows = [{"title": "一", "weight": "0.5"}, {"title": "二", "weight": "0.5"}]
    REGISTRY[("task", "divide_task")](office, tasks[7].pk, parts=rows)
    client.force_login(city.account("supervisor"))
    for name in ("board", "circular", "board-leader"):
        client.get(reverse(name))
    with django_assert_max_num_queries(12):
        client.get(reverse("board"), {"sort": "unit"})
    with django_assert_max_num_queries(15):
        client.get(reverse("board-leader"))
    with django_assert_max_num_queries(15):
        client.get(reverse("circular"))
    with django_assert_max_num_queries(15):
        client.get(reverse("task", args=[tasks[7].pk]))
    with django_assert_max_num_queries(10):
        b"".join(client.get(reverse("export", args=["board", "xlsx"])).streaming_content)


def test_the_rulebook_chooses_the_lamps_and_the_board_says_so(city, client):
    book = city.rulebook
    book.body["supervision"] = {"lamps": "sheets", "near": 4, "behind": 15, "serious": 40}
    book.save()
    client.force_login(city.account("supervisor"))
    page = client.get("/board/").content.decode()
    assert "剩 4 个工作日以内发蓝单，落后计划 15 个百分点以上发黄单" in page
    assert f"/rulebooks/{book.pk}/" in page
    other = client.get("/board/?lamps=progress").content.decode()
    assert "这是对照着看的" in other
    rules = client.get("/board/rules/").content.decode()
    assert rules.index("本地在用") < rules.index("可对照着看")
    assert "第 1 版" in rules
