"""承诺事项台账 and the page of one promise."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.office_calendar import today
from shangliang.tasks.actions.report_done import report_done
from shangliang.tasks.actions.verify import verify
from shangliang.tasks.ledger import SHOWS, counts, promises, wanted
from shangliang.tasks.models import Task


@pytest.fixture
def task(city):
    city.replied()
    return Task.objects.get()


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("who", ["member", "leader", "clerk", "supervisor", "staff_housing"])
def test_the_ledger_names_promise_source_dates_and_lamp(city, client, task, who):
    client.force_login(city.account(who))
    page = words(client.get(reverse("commitments")))
    for part in ("印发办法", "第0001号", "第 2 条", "市住建局", "按计划"):
        assert part in page


def test_an_unkept_promise_of_earlier_years_stays_on_top(city, client, task):
    Task.objects.update(
        due_on=today() - timedelta(days=700), first_due_on=today() - timedelta(days=800)
    )
    client.force_login(city.account("member"))
    page = words(client.get(reverse("commitments")))
    assert "印发办法" in page
    assert "逾期" in page
    assert "最初" in page


def test_a_unit_sees_its_own_only(city, client, task):
    client.force_login(city.account("staff_finance"))
    assert "印发办法" not in words(client.get(reverse("commitments")))
    assert client.get(reverse("task", args=[task.pk])).status_code == 404


@pytest.mark.parametrize("show", SHOWS)
def test_each_number_is_the_length_of_its_list(city, task, show):
    for days, state in ((-3, "doing"), (4, "doing"), (0, "doing"), (9, "reported"), (9, "dropped")):
        task.pk, task.state = None, state
        task.due_on = today() + timedelta(days=days)
        task.save()
    task.pk, task.due_on, task.state = None, None, "doing"
    task.save()
    rows = promises(city.seat("supervisor"))
    number = counts(rows, city.committee.pk)[show]
    assert number == rows.filter(wanted(show, city.committee.pk)).count()


def test_the_unit_reports_and_the_office_verifies_by_the_pages(city, client, task):
    page = reverse("task", args=[task.pk])
    client.force_login(city.account("staff_housing"))
    assert "报进展" in words(client.get(page))
    do = lambda verb: reverse("do", args=["task", verb, task.pk])  # noqa: E731
    wrong = client.post(do("report_progress"), {"text": "起草了", "percent": "140"})
    assert "进度写 0 到 100" in words(wrong)
    assert "起草了" in words(wrong)
    client.post(do("report_progress"), {"text": "起草了初稿", "percent": "40", "next": page})
    client.post(do("report_done"), {"text": "已印发", "next": page})
    assert "核实销号</a>" not in words(client.get(page))
    client.force_login(city.account("supervisor"))
    shown = words(client.get(page))
    assert "起草了初稿" in shown
    assert "核实销号" in shown
    client.post(do("verify"), {"how": "看了文件，问了街道", "next": page})
    task.refresh_from_db()
    assert task.state == "verified"
    assert "看了文件，问了街道" in words(client.get(page))


def test_a_source_one_may_not_see_is_not_named(city, client, task):
    from shangliang.submissions.models import Submission

    Submission.objects.update(consent_public=False)
    client.force_login(city.account("member2"))
    page = words(client.get(reverse("commitments")))
    assert "第0001号" not in page
    assert "后续管养" not in page


@pytest.mark.parametrize("query", [{}, {"show": "nonsense"}, {"unit": "x"}, {"year": "1"}, {"q": "办法", "page": "8"}])  # fmt: skip
def test_any_address_answers(city, client, task, query):
    client.force_login(city.account("supervisor"))
    assert client.get(reverse("commitments"), query).status_code == 200


def test_the_pages_ask_a_fixed_number_of_questions(
    city, client, task, django_assert_max_num_queries
):
    report_done(city.seat("staff_housing"), task.pk, text="办完了。")
    verify(city.seat("supervisor"), task.pk, how="看过。")
    for _ in range(5):
        task.pk, task.state = None, "doing"
        task.save()
    client.force_login(city.account("supervisor"))
    client.get(reverse("commitments"))
    with django_assert_max_num_queries(12):
        client.get(reverse("commitments"), {"show": "all"})
    with django_assert_max_num_queries(15):
        client.get(reverse("task", args=[task.pk]))
