"""A special committee's page: the year's plan against what was done, its open advice (S-046)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.activities.actions.add_finding import add_finding
from shangliang.activities.models import Finding
from shangliang.activities.tests.helpers import held
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.agenda import open_advice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, words


def test_a_committees_page_shows_plan_against_done_and_its_open_advice(
    city, client, django_assert_max_num_queries
):
    office = city.seat("organiser")
    team = add_team(office, form="committee", name="农业和农村委员会")
    for title in ("看高标准农田", "村级议事调研"):
        do("team", "add_line", office, team.pk, kind="inspection", title=title, due_on=today() + timedelta(days=1))  # fmt: skip
    line = team.plan.get(title="看高标准农田")
    do("team", "add_effort", office, team.pk, kind="inspection", title="看了三处", on=today(), line=line.pk)  # fmt: skip
    visit = held(city, "member", kind="inspection", host=team.body_id)
    add_finding(office, visit.pk, kind="suggestion", text="机井的电价按农业用电核一遍")
    client.force_login(city.account("organiser"))
    url = reverse("team", args=[team.pk])
    client.get(url)
    with django_assert_max_num_queries(15):
        page = words(client.get(url))
    assert "1／2 项做了" in page
    assert "还没有落定的建议 1" in page
    assert "机井的电价" in page
    do("finding", "file_finding", office, Finding.objects.get().pk)
    assert open_advice(office, team) == []


def test_another_seat_sees_of_the_advice_only_what_its_room_shows(city):
    office = city.seat("organiser")
    team = add_team(office, form="committee", name="农业和农村委员会")
    visit = held(city, "member", kind="inspection", host=team.body_id)
    add_finding(office, visit.pk, kind="suggestion", text="机井的电价按农业用电核一遍")
    assert len(open_advice(city.seat("member"), team)) == 1
    assert open_advice(city.seat("member3"), team) == []


def test_a_contact_point_shows_four_activities_and_what_those_served_said_all_together(
    city, client
):
    """S-055. Fewer than five voices are not shown."""
    office = city.seat("organiser")
    team = add_team(office, form="point", name="四泉镇委员联系点", serves="5 个村、2 个合作社")
    given = {"kind": "service", "on": today(), "people": 10}
    do("team", "add_effort", office, team.pk, title="义诊", **given, useful=3, fair=1)
    client.force_login(city.account("member"))
    url = reverse("team", args=[team.pk])
    assert "还不到 5 位" in words(client.get(url))
    for title in ("普法", "农技咨询", "助老餐"):
        do("team", "add_effort", office, team.pk, title=title, **given, useful=8, useless=1)
    page = words(client.get(url))
    assert "管用 27，一般 1，没用 3" in page
    assert "4 场合计 31 人" in page
    with pytest.raises(Refused, match="比参加的 10 人多"):
        do("team", "add_effort", office, team.pk, title="义诊", **given, useful=9, fair=4)
    client.force_login(city.account("organiser"))
    sent = {"kind": "service", "on": today(), "title": "送书", "people": 6, "useful": 5}
    assert client.post(reverse("do", args=["team", "add_effort", team.pk]), sent).status_code == 302
    assert "管用 32" in words(client.get(url))
