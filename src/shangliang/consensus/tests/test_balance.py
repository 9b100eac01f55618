"""Who took part in a year: sums by kind, place and round, and no small number."""

import pytest

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.models import Round
from shangliang.procedures.office_calendar import today
from shangliang.topics.models import Consultation, Party

pytestmark = pytest.mark.django_db


def test_sums_are_shown_and_small_ones_are_hidden(city, client, django_assert_max_num_queries):
    from shangliang.topics.tests import stages

    case = stages.held(city)
    Consultation.objects.filter(pk=case.pk).update(held_on=today())
    Party.objects.bulk_create(
        Party(
            committee=city.committee, consultation=case, side="public", name=f"居民{n}", came=True
        )
        for n in range(7)
    )
    seat = city.seat("convenor")
    made = start_round(seat, title="树下的空地，做什么用？")
    add_statement(seat, made.pk, text="做儿童乐园好。\n划成停车位好。")
    open_round(seat, made.pk)
    for _ in range(3):
        acts.join(Round.objects.get(pk=made.pk))
    client.force_login(city.account("organiser"))
    with django_assert_max_num_queries(15):
        page = client.get("/rounds/balance/")
    shown = {row["label"]: (row["shown"], row["percent"]) for row in page.context["kinds"]}
    assert shown["群众、企业"] == ("8", 100)
    assert shown["党政部门和单位"] == ("不到 5", None)
    assert shown["专家"] == ("—", None)
    assert page.context["rounds"][0][1:] == ("不到 5", "不分列", "不分列")


@pytest.mark.parametrize("year", ["", "2020", "20x6", "99999"])
def test_an_odd_year_is_this_year_or_an_empty_one(city, client, year):
    client.force_login(city.account("leader"))
    assert client.get("/rounds/balance/", {"year": year}).status_code == 200
