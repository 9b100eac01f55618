"""A special committee's page: the year's plan against what was done, its open advice (S-046)."""

from datetime import timedelta

from django.urls import reverse

from shangliang.activities.actions.add_finding import add_finding
from shangliang.activities.models import Finding
from shangliang.activities.tests.helpers import held
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.agenda import open_advice
from shangliang.procedures.office_calendar import today

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
    with django_assert_max_num_queries(17):
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
