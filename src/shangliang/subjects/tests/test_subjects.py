"""对象: the register, four states, the road map and its slips, and who may do what."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.forms import FORMS
from shangliang.procedures.office_calendar import today
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.verdicts import Refused, verdict
from shangliang.subjects.actions.add_fund_line import add_fund_line
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.subjects.flow import FUND_LINE, STAGES, SUBJECT
from shangliang.subjects.models import Subject
from shangliang.tasks.actions.assign_task import assign_task

from .things import do, words

ROLES = (
    "member", "leader", "clerk", "second", "supervisor", "staff_housing", "head_housing",
    "staff_finance", "drafter", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip


OFFICE = {"clerk", "second", "supervisor", "organiser"}


OWN = {"staff_housing", "head_housing"}


LIVE = {"listed", *STAGES}


THING = {
    "edit_subject": (OFFICE, LIVE),
    "set_stage": (OFFICE | OWN, LIVE),
    "report_blocker": (OFFICE | OWN, LIVE),
    "clear_blocker": (OFFICE | OWN, LIVE),
    "add_milestone": (OFFICE | OWN, LIVE),
    "move_milestone": (OFFICE | OWN, LIVE),
    "reach_milestone": (OFFICE | OWN, LIVE),
    "order_milestones": (OFFICE | OWN, LIVE),
    "link_subject": (OFFICE, LIVE),
    "watch_indicator": (OFFICE, LIVE),
    "close_subject": (OFFICE, LIVE),
}


MONEY = {
    "enter_money": (OFFICE | OWN, {"open", "asked"}),
    "void_entry": (OFFICE | OWN, {"open", "asked"}),
    "ask_reason": (OFFICE, {"open"}),
    "give_reason": (OWN, {"asked"}),
    "close_line": (OFFICE, {"open"}),
}


@pytest.mark.parametrize(
    ("table", "expected"), [(SUBJECT, THING), (FUND_LINE, MONEY)], ids=["subject", "fund_line"]
)
def test_who_may_do_what_in_which_state(city, project, table, expected):
    fund = add_subject(city.seat("organiser"), kind="fund", name="资金")
    line = add_fund_line(city.seat("clerk"), fund=fund.pk, level="city", unit=project.unit_id)
    case = project if table is SUBJECT else line
    assert expected.keys() == {move.verb for move in table}
    assert {(table.name, move.verb) for move in table} <= REGISTRY.keys()
    assert {(table.name, move.verb) for move in table if move.form} <= FORMS.keys()
    seats = {key: city.seat(key) for key in ROLES}
    for verb, (who, states) in expected.items():
        for state in table.states:
            case.state = state
            for key, seat in seats.items():
                said = verdict(table, table[verb], seat, case)
                if key not in who:
                    assert said.kind == "who", (verb, key, state, said)
                elif state not in states:
                    assert said.kind == "state", (verb, key, state, said)
                else:
                    assert said.ok or said.kind == "when", (verb, key, state, said)


def test_a_thing_is_registered_once_of_its_kind_by_those_who_may(city, project):
    with pytest.raises(Refused, match="已经登记过"):
        add_subject(city.seat("clerk"), kind="project", name=project.name)
    with pytest.raises(Refused, match="只有"):
        add_subject(city.seat("member"), kind="project", name="别的")
    with pytest.raises(Refused, match="只有项目"):
        add_subject(city.seat("clerk"), kind="policy", name="创新十条", stage="done")
    with pytest.raises(Refused, match="不能早于"):
        add_subject(city.seat("clerk"), kind="project", name="倒着的", plan_start=today(), plan_end=today() - timedelta(days=1))  # fmt: skip


def test_the_four_states_keep_their_days(city, project):
    seat, begun = city.seat("staff_housing"), today() - timedelta(days=90)
    do("set_stage", seat, project, stage="begun", on=begun)
    do("set_stage", seat, project, stage="building")
    with pytest.raises(Refused, match="竣工不能早于"):
        do("set_stage", seat, project, stage="done", on=begun - timedelta(days=1))
    row = do("set_stage", seat, project, stage="done")
    assert (row.state, row.started_on, row.ended_on) == ("done", begun, today())
    with pytest.raises(Refused, match="不能晚于今天"):
        do("set_stage", seat, project, stage="building", on=today() + timedelta(days=1))


def test_counts_by_state_and_county_open_their_lists_and_show_what_is_stuck(city, project, client):
    do(
        "report_blocker",
        city.seat("staff_housing"),
        project,
        blocker="等用地批复，要市自然资源局定。",
    )
    client.force_login(city.account("leader"))
    page = words(client.get(reverse("subject-projects")))
    link = f"{reverse('subjects')}?kind=project&amp;state=inviting&amp;place={project.place_id}"
    assert link in page
    assert "等用地批复" in page
    assert project.name in words(client.get(link.replace("&amp;", "&")))
    do("clear_blocker", city.seat("staff_housing"), project)
    assert "等用地批复" not in words(client.get(reverse("subject-projects")))
    with pytest.raises(Refused, match="没有登记的卡点"):
        do("clear_blocker", city.seat("staff_housing"), project)


def test_everything_about_a_thing_stands_on_its_page(city, project, client):
    assign_task(city.seat("supervisor"), title="协调用地批复", owner=city.units["housing"].pk, case_type="subject", case_id=project.pk)  # fmt: skip
    case = city.replied()
    do("link_subject", city.seat("clerk"), project, table="proposal", number=case.pk)
    with pytest.raises(Refused, match="已经关联过"):
        do("link_subject", city.seat("clerk"), project, table="proposal", number=case.pk)
    client.force_login(city.account("supervisor"))
    page = words(client.get(reverse("subject", args=[project.pk])))
    for part in ("协调用地批复", "后续管养", "招商", "一江区"):
        assert part in page
    assert project.name in words(client.get(reverse("board")))


def test_another_committee_finds_nothing(city, project, client):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    client.force_login(other.account("supervisor"))
    assert client.get(reverse("subject", args=[project.pk])).status_code == 404
    assert project.name not in words(client.get(reverse("subjects")))
    for verb in THING:
        with pytest.raises(Refused) as refused:
            do(verb, other.seat("supervisor"), project)
        assert refused.value.kind == "wall"


def test_a_fund_with_money_to_follow_is_not_closed(city):
    fund = add_subject(city.seat("clerk"), kind="fund", name="资金")
    add_fund_line(city.seat("clerk"), fund=fund.pk, level="city", unit=city.units["finance"].pk)
    with pytest.raises(Refused, match="没有结清"):
        do("close_subject", city.seat("clerk"), fund, why="结束")
    assert Subject.objects.get(pk=fund.pk).state == "listed"


def test_pages_ask_a_fixed_number_of_questions(
    city, project, road, client, django_assert_max_num_queries
):
    assign_task(city.seat("supervisor"), title="协调用地", owner=city.units["housing"].pk, subject_id=project.pk)  # fmt: skip
    for n in range(6):
        add_subject(city.seat("clerk"), kind="project", name=f"项目{n}", place=project.place_id)
    client.force_login(city.account("supervisor"))
    for name in ("subjects", "subject-projects"):
        with django_assert_max_num_queries(12):
            client.get(reverse(name))
    client.get(reverse("subject", args=[project.pk]))
    with django_assert_max_num_queries(15):
        client.get(reverse("subject", args=[project.pk]))


def test_a_policy_shows_its_centres_its_clauses_and_which_nobody_used(city, client):
    from shangliang.documents.actions.accept_certain import accept_certain
    from shangliang.documents.actions.record_use import record_use
    from shangliang.documents.actions.take_in import take_in
    from shangliang.documents.models import Clause

    seat = city.seat("clerk")
    policy = add_subject(seat, kind="policy", name="创新十条")
    add_subject(seat, kind="centre", name="食品创新中心", parent=policy.pk)
    text = take_in(
        seat, text="关于支持创新的措施\n一、奖励首台套\n给予奖励。\n二、支持团队\n给予补助。\n",
        about_type="subject", about_id=policy.pk,
    )  # fmt: skip
    accept_certain(seat, text.pk)
    first, second = Clause.objects.filter(intake=text)
    record_use(seat, first.pk, count=12)
    record_use(seat, second.pk, count=0)
    client.force_login(city.account("clerk"))
    page = words(client.get(reverse("subject", args=[policy.pk])))
    for part in ("食品创新中心", "用了 12", "没有人用"):
        assert part in page
