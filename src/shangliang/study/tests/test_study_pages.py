"""Pages of study: who may come in, how much they ask, what one's day shows."""

import pytest
from django.urls import reverse

from shangliang.actors.models import Actor
from shangliang.study.models import StudyDuty

from . import helpers
from .helpers import do, item, plan


def test_a_reading_shows_the_text_and_only_the_clause_asked_for(city, client):
    intake = helpers.text(city)
    row = item(city, plan(city), kind="reading")
    clause = helpers.clause_with(intake, "送达")
    seat = city.seat("organiser")
    do("studyitem", "add_reading", seat, row, intake=intake.pk)
    do("studyitem", "add_reading", seat, row, intake=intake.pk, clause=clause.pk)
    do("studyitem", "issue_item", seat, row)
    whole, part = row.readings.exclude(intake=None)
    client.force_login(city.account("member"))
    page = client.get(reverse("study-reading", args=[whole.pk])).content.decode()
    assert helpers.SEND in page
    assert helpers.TIMES in page
    page = client.get(reverse("study-reading", args=[part.pk])).content.decode()
    assert helpers.SEND in page
    assert helpers.TIMES not in page
    assert helpers.BACK not in page


def test_a_units_person_has_no_part_in_study(city, client):
    row = item(city, plan(city), open_=True)
    client.force_login(city.account("staff_housing"))
    assert client.get(reverse("study-item", args=[row.pk])).status_code == 403


@pytest.mark.parametrize(
    ("who", "name"),
    [("organiser", "study-plan"), ("member", "study-plan"), ("organiser", "study-item"), ("member", "study-item")],
)  # fmt: skip
def test_pages_ask_a_fixed_number_of_questions(
    city, client, django_assert_max_num_queries, who, name
):
    sheet = plan(city)
    row = None
    for n in range(6):
        row = item(
            city, sheet, kind="session", title=f"第{n}项", layers=("leaders", "members"), open_=True
        )
    client.force_login(city.account(who))
    pk = sheet.pk if name == "study-plan" else row.pk
    with django_assert_max_num_queries(15):
        assert client.get(reverse(name, args=[pk])).status_code == 200


def test_my_study_asks_few_questions(city, client, django_assert_max_num_queries):
    sheet = plan(city)
    for n in range(6):
        item(city, sheet, kind="reading", title=f"第{n}项", open_=True)
    helpers.quiz(city)
    client.force_login(city.account("member"))
    with django_assert_max_num_queries(15):
        page = client.get(reverse("study")).content.decode()
    assert page.count("去读") == 6


def test_another_committee_sees_nothing(city, client):
    from shangliang.demo.small import build_small_city

    row = item(city, plan(city), open_=True)
    other = build_small_city("远山市", prefix="ys_")
    client.force_login(other.account("organiser"))
    assert client.get(reverse("study-item", args=[row.pk])).status_code == 404
    assert StudyDuty.objects.filter(committee=other.committee).count() == 0
    assert Actor.objects.filter(committee=other.committee).exists()


def test_ones_day_shows_what_is_near_and_the_office_what_to_end(city, django_assert_num_queries):
    from django.utils import timezone

    from shangliang.study.actions.practise import practise
    from shangliang.study.actions.start_paper import start_paper
    from shangliang.study.models import Quiz
    from shangliang.web.day.study import cards

    item(city, plan(city), kind="reading", title="读一份", days=2, open_=True)
    on = helpers.quiz(city)
    q = on.questions.get(kind="judge").question
    practise(city.seat("member"), question=q.pk, given=["0"])
    mine = start_paper(city.seat("member"), title="体会", text="文")
    do("studypaper", "hand_paper", city.seat("member"), mine)
    seat = city.seat("member")
    with django_assert_num_queries(1):
        found = [(c.verb, c.title) for c in cards(seat)]
    assert ("去读", "读一份") in found
    assert ("去答题", "一场竞赛") in found
    assert ("练错题", "1 道错题今天该练") in found
    Quiz.objects.filter(pk=on.pk).update(ends_at=timezone.now())
    found = [c.verb for c in cards(city.seat("organiser"))]
    assert found == ["结束，出榜", "去看"]
    assert list(cards(city.seat("staff_housing"))) == []
