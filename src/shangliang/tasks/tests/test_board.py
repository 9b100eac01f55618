"""督办台账: one board for tasks from any source, its lamps, its notice."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from docx import Document as Word
from openpyxl import load_workbook

from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.actions.explain_figure import explain_figure
from shangliang.tasks.actions.issue_circular import issue_circular
from shangliang.tasks.circular import Line, figures, first_of, notice_of, ranked
from shangliang.tasks.lamps import lamp_of, planned, way_named
from shangliang.tasks.models import Explanation, Task

LIT = {"green": "green", "yellow": "yellow", "red": "red", "blue": "blue"}


def words(answer):
    return answer.content.decode()


def make(city, title="查清支出慢的原因", unit="housing", days=60, **changes):
    task = assign_task(
        city.seat("supervisor"),
        title=title,
        owner=city.units[unit].pk,
        due_on=today() + timedelta(days=max(days, 0)),
        source_type=changes.pop("source_type", "instruction"),
        source_id=1,
    )
    values = {"due_on": today() + timedelta(days=days)} | changes
    Task.objects.filter(pk=task.pk).update(**values)
    task.refresh_from_db()
    return task


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


def test_the_leaders_page_says_what_burns_and_who_must_act(city, client):
    make(city, "早已逾期的事", days=-30, state="doing", delay_code="money")
    client.force_login(city.account("leader"))
    page = words(client.get(reverse("board-leader")))
    for part in ("早已逾期的事", "市住建局办", "资金没有到位", "要过问"):
        assert part in page


def rated(name, due, kept):
    ids = list(range(due))
    line = Line(hash(name) % 1000, name)
    line.parts["due"], line.parts["kept"] = ids, ids[:kept]
    return line


def test_ties_share_a_rank_and_nothing_due_has_none():
    lines = ranked([rated("甲", 2, 1), rated("乙", 4, 4), rated("丙", 4, 2), rated("丁", 0, 0), rated("戊", 3, 1)])  # fmt: skip
    assert [(x.name, x.rank) for x in lines] == [("乙", 1), ("丙", 2), ("甲", 2), ("戊", 4), ("丁", None)]  # fmt: skip


def test_figures_are_counted_at_the_end_of_the_month(city):
    month = first_of(first_of(today()) - timedelta(days=1))
    begun = month - timedelta(days=60)
    inside = month + timedelta(days=9)
    make(city, "按期", state="verified", started_on=begun, due_on=inside, done_on=month, verified_on=inside)  # fmt: skip
    make(city, "逾期", state="doing", started_on=begun, due_on=inside)
    make(city, "本月才逾期", state="doing", started_on=begun, due_on=today())
    make(city, "后来取消", state="dropped", started_on=begun, due_on=inside, dropped_on=month)
    [line] = figures(city.committee.pk, month)
    counts = {key: line.n(key) for key in line.parts}
    assert counts == {"open": 2, "closed": 1, "due": 2, "kept": 1, "late": 1}
    assert str(line.rate) == "50.0"


def test_an_issued_notice_stays_and_a_unit_explains_beside_its_figure(city, client):
    month = first_of(today())
    task = make(city, "逾期的事", days=-3, state="doing", started_on=month - timedelta(days=40))
    issue_circular(city.seat("supervisor"), month=month)
    with pytest.raises(Refused, match="已经印发"):
        issue_circular(city.seat("supervisor"), month=month)
    Task.objects.filter(pk=task.pk).update(due_on=today() + timedelta(days=90))
    assert notice_of(city.committee.pk, month).totals["late"] == 1
    client.force_login(city.account("staff_housing"))
    form = {"unit": city.units["housing"].pk, "text": "设计变更，本月复工。"}
    page = words(client.post(f"{reverse('circular')}?month={month:%Y-%m}", form, follow=True))
    assert "设计变更，本月复工。" in page
    explain_figure(city.seat("staff_housing"), month=month, unit=city.units["housing"].pk, text="已复工。")  # fmt: skip
    assert Explanation.objects.count() == 2
    with pytest.raises(Refused, match="只有本单位"):
        explain_figure(city.seat("staff_finance"), month=month, unit=city.units["housing"].pk, text="x")  # fmt: skip
    with pytest.raises(Refused, match="只有"):
        issue_circular(city.seat("staff_housing"), month=month)


def test_issuing_is_asked_before_it_fixes_a_month_that_still_runs(city, client):
    make(city, "逾期的事", days=-3, state="doing", started_on=today() - timedelta(days=40))
    client.force_login(city.account("supervisor"))
    month = first_of(today())
    page = words(client.get(reverse("circular")))
    assert "数字从此不再变" in page
    assert "还没有过完" in page
    before = f"{month - timedelta(days=1):%Y-%m}"
    assert "还没有过完" not in words(client.get(reverse("circular"), {"month": before}))
    client.post(f"{reverse('circular')}?month={month:%Y-%m}", {"issue": "1"})
    assert notice_of(city.committee.pk, month).issued


def test_each_figure_opens_its_parts_and_the_papers_say_the_same(city, client):
    month = first_of(today())
    make(city, "逾期的事", days=-3, state="doing", started_on=month - timedelta(days=40))
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("circular")))
    link = f"{reverse('circular-parts')}?month={month:%Y-%m}&amp;unit={city.units['housing'].pk}&amp;key=late"
    assert link in page
    assert "逾期的事" in words(client.get(link.replace("&amp;", "&")))
    assert client.get(reverse("circular-parts"), {"key": "x"}).status_code == 404
    paper = client.get(reverse("circular-paper", args=["docx"]))
    text = "".join(p.text for p in Word(io.BytesIO(paper.content)).paragraphs)
    assert "逾期未结1项" in text
    book = client.get(reverse("export", args=["circular", "xlsx"]))
    rows = list(load_workbook(io.BytesIO(b"".join(book.streaming_content))).active.values)
    assert rows[1][2] == "单位"
    assert rows[2][2] == "市住建局"


def test_the_export_is_the_board_under_the_same_filter(city, client):
    make(city, "住建的事", days=-3, state="doing")
    make(city, "财政的事", "finance", days=90, percent=99, state="doing")
    client.force_login(city.account("supervisor"))
    book = client.get(f"{reverse('export', args=['board', 'xlsx'])}?group=late")
    rows = list(load_workbook(io.BytesIO(b"".join(book.streaming_content))).active.values)
    assert [r[0] for r in rows[2:]] == ["住建的事"]


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
