"""Many hands at the same moment, on PostgreSQL: one signs, one verifies, sums and wholes are true."""

import pytest

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify as whole_chain
from shangliang.procedures.perform import REGISTRY
from shangliang.subjects.actions.add_fund_line import add_fund_line
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.subjects.models import FundLine
from shangliang.tasks.actions.assign_task import assign_task
from shangliang.tasks.models import Request, Task
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> SmallCity:
    return build_small_city()


@pytest.fixture
def task(town: SmallCity) -> Task:
    made: Task = assign_task(town.seat("supervisor"), title="事", owner=town.units["housing"].pk)
    return made


def do(verb, seat, task, **data):
    return REGISTRY[("task", verb)](seat, task.pk, **data)


def test_two_presses_of_accept_sign_once(town, task):
    seats = [town.seat("staff_housing"), town.seat("head_housing")]
    refused = at_once([lambda s=seat: do("accept_task", s, task) for seat in seats * 3])
    assert len(refused) == 5
    assert Event.objects.filter(verb="task.accept_task").count() == 1
    assert task.progress.filter(kind="accepted").count() == 1


def test_accept_and_contest_that_cross_leave_one_answer(town, task):
    seat = town.seat("staff_housing")
    refused = at_once(
        [
            lambda: do("accept_task", seat, task),
            lambda: do("contest_task", seat, task, reason="不归我。"),
        ]
    )
    assert len(refused) == 1
    task.refresh_from_db()
    assert (task.state == "contested") == Request.objects.filter(state="open").exists()


def test_two_verifiers_close_it_once(town, task):
    do("accept_task", town.seat("staff_housing"), task)
    do("report_done", town.seat("staff_housing"), task, text="办完。")
    seats = [town.seat("supervisor"), town.seat("clerk")]
    refused = at_once([lambda s=seat: do("verify", s, task, how="看过。") for seat in seats])
    assert len(refused) == 1
    assert task.progress.filter(kind="verified").count() == 1


def test_parts_reported_at_once_leave_a_true_whole(town, task):
    seat = town.seat("staff_housing")
    do("accept_task", seat, task)
    rows = [{"title": f"{n}", "weight": "0.25"} for n in range(4)]
    do("divide_task", seat, task, parts=rows)
    parts = list(Task.objects.filter(parent=task))
    refused = at_once(
        [lambda p=part: do("report_progress", seat, p, text="动了", percent=80) for part in parts]
    )
    assert refused == []
    task.refresh_from_db()
    assert task.percent == 80
    assert list(whole_chain(town.committee.pk)) == []


def test_entries_of_many_hands_add_up(town):
    office = town.seat("supervisor")
    fund = add_subject(office, kind="fund", name="资金")
    line = add_fund_line(office, fund=fund.pk, level="city", unit=town.units["finance"].pk)
    enter = REGISTRY[("fund_line", "enter_money")]
    refused = at_once(
        [lambda: enter(office, line.pk, kind="arrived", amount="3.7万") for _ in range(8)]
    )
    assert refused == []
    assert FundLine.objects.get().arrived == 296000
