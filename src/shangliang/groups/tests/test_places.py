"""Places with a room: where they are, what they hear in a week, who has them when, which stand idle."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse

from shangliang.groups.actions.add_team import add_team
from shangliang.groups.models import Booking, PointReport, Shift, Team
from shangliang.groups.slots import SLOTS
from shangliang.groups.spots import lay_out
from shangliang.groups.venues import uses
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import do, studio, words, workday

SOON = timedelta(days=3)


def point(city, name="四泉镇委员联系点"):
    return add_team(city.seat("organiser"), form="point", name=name)


def book(city, team, who="member4", **more):
    given = {"day": today() + SOON, "slot": "evening", "title": "青年读书会"}
    return do("team", "book_place", city.seat(who), team.pk, **(given | more))


def test_a_place_unused_for_sixty_days_is_idle_and_a_booking_clears_it(city, client):
    team = point(city)
    client.force_login(city.account("member"))
    assert "闲置的 1" in words(client.get(reverse("venues")))
    row = book(city, team)
    page = words(client.get(reverse("venues")))
    assert "闲置的" not in page
    do("booking", "cancel_booking", city.seat("member4"), row.pk, why="改到别处")
    assert "闲置的 1" in words(client.get(reverse("venues")))


@pytest.mark.parametrize(("days", "idle"), [(59, False), (60, False), (61, True)])
def test_idleness_counts_from_the_last_day_in_use_whatever_the_year(city, days, idle):
    team = point(city)
    Booking.objects.create(
        committee=city.committee, team=team, day=today() - timedelta(days=days), slot="morning",
        title="义诊", by=city.people["member"], state="held",
    )  # fmt: skip
    assert uses([team])[team.pk].idle is idle


def test_a_half_day_is_booked_once_and_the_refusal_says_what_is_free(city):
    team = point(city)
    book(city, team)
    with pytest.raises(Refused, match="已经订给“青年读书会”。这天还空着：上午、下午"):
        book(city, team, who="member2", title="书画班")
    assert Booking.objects.count() == 1
    book(city, team, who="member2", title="书画班", slot="morning")


def test_the_database_itself_keeps_two_bookings_from_one_half_day(city):
    row = book(city, point(city))
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.create(
            committee=city.committee, team=row.team, day=row.day, slot=row.slot, title="又一个",
            by=row.by,
        )  # fmt: skip


def test_hours_on_duty_are_not_lent_and_the_rota_leaves_booked_mornings_alone(city):
    team, shift = studio(city)
    with pytest.raises(Refused, match="有人值班"):
        book(city, team, day=shift.day, slot="morning")
    later = workday(city, 8)
    book(city, team, day=later, slot="morning")
    with pytest.raises(Refused, match="没有可排的工作日"):
        do("team", "set_rota", city.seat("member"), team.pk, first=later, last=later,
           weekdays=[later.weekday()], people=[city.people["member"].pk])  # fmt: skip
    assert not Shift.objects.filter(day=later).exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"day": date(2020, 1, 2)}, "已经过了"),
        ({"day": today() + timedelta(days=200)}, "最多提前 90 天"),
        ({"title": "  "}, "做什么用"),
        ({"slot": "night"}, "上午、下午还是晚上"),
    ],
)
def test_a_booking_that_cannot_be_says_why(city, given, said):
    with pytest.raises(Refused, match=said):
        book(city, point(city), **given)
    assert not Booking.objects.exists()


def test_whoever_loses_a_booking_is_told_and_the_head_hears_of_a_new_one(city):
    team, _ = studio(city)
    row = book(city, team)
    assert Notice.objects.filter(to=city.people["member"], kind="booking.made").exists()
    do("booking", "cancel_booking", city.seat("member"), row.pk, why="临时停电")
    assert Notice.objects.filter(to=city.people["member4"], kind="booking.dropped").exists()
    book(city, team)
    do("team", "close_team", city.seat("organiser"), team.pk, why="合并")
    assert not Booking.objects.filter(state="booked").exists()
    assert Notice.objects.filter(to=city.people["member4"], kind="booking.dropped").count() == 2


def test_what_took_place_counts_as_done(city):
    team = point(city)
    row = book(city, team, day=today() + timedelta(days=1))
    with pytest.raises(Refused, match="还没有到"):
        do("booking", "finish_booking", city.seat("member4"), row.pk, people=12)
    Booking.objects.update(day=today())
    do("booking", "finish_booking", city.seat("member4"), row.pk, people=12)
    assert Booking.objects.get().state == "held"
    assert uses([team])[team.pk].days == 1


def test_a_free_half_day_is_one_press_from_its_form_with_the_day_filled(city, client):
    team = point(city)
    client.force_login(city.account("member4"))
    page = words(client.get(reverse("team-slots", args=[team.pk])))
    day = today() + timedelta(days=1)
    assert f"day={day:%Y-%m-%d}&amp;slot=afternoon" in page
    url = reverse("do", args=["team", "book_place", team.pk])
    form = words(client.get(f"{url}?day={day:%Y-%m-%d}&slot=afternoon"))
    assert f'value="{day:%Y-%m-%d}"' in form
    sent = {"day": day, "slot": "afternoon", "title": "书画班", "people": ""}
    assert client.post(url, sent).status_code == 302
    assert "书画班" in words(client.get(reverse("team-slots", args=[team.pk])))
    again = client.post(url, sent | {"title": "另一个班"})
    assert again.status_code == 409
    assert "另一个班" in words(again)
    assert client.get(reverse("team-slots", args=[team.pk]) + "?from=x").status_code == 200


def test_reports_of_five_points_give_the_top_needs_of_the_week(city, client):
    said = (("housing", 4), ("housing", 3), ("jobs", 5), ("care", 2), ("housing", 1))
    for n, (matter, times) in enumerate(said):
        team = point(city, f"第{n}联系点")
        do("team", "report_point", city.seat("organiser"), team.pk, matter=matter, times=times)
    client.force_login(city.account("member"))
    page = words(client.get(reverse("heard-needs")))
    assert "5 个点，15 件" in page
    assert page.index("住房物业") < page.index("就业创业")
    assert "养老托幼" not in page  # two of a kind are too few to be shown


def test_the_same_matter_said_again_replaces_the_number(city):
    team = point(city)
    for times in (2, 6):
        do("team", "report_point", city.seat("organiser"), team.pk, matter="jobs", times=times)
    assert PointReport.objects.get().times == 6
    with pytest.raises(Refused, match="不写电话"):
        do("team", "report_point", city.seat("organiser"), team.pk, matter="jobs", times=1,
           text="找 13800000000")  # fmt: skip


def test_the_map_and_its_table_say_the_same_and_ask_no_other_machine(city, client):
    team, bare = point(city), point(city, "北岸联系点")
    do("team", "locate_team", city.seat("organiser"), team.pk, east="113.6", north="34.7")  # fmt: skip
    client.force_login(city.account("member"))
    page = words(client.get(reverse("venues")))
    assert page.count("图上 ") == 2  # the link's name and the same on hovering
    assert str(team) in page
    assert str(bare) in page
    assert "另有 1 个还没有定位置" in page
    assert "http" not in page.split('<svg class="spots"')[1].split("</svg>")[0]


@pytest.mark.parametrize(
    ("east", "north", "said"),
    [
        ("34.7", "113.6", "写反了"),
        ("13.6", "34.7", "请核对"),
        ("113.6", "", "一起写"),
        ("东边", "34.7", "写成小数"),
        ("NaN", "34.7", "请核对"),
    ],
)
def test_a_position_that_cannot_be_is_refused(city, east, north, said):
    team = point(city)
    with pytest.raises(Refused, match=said):
        do("team", "locate_team", city.seat("organiser"), team.pk, east=east, north=north)  # fmt: skip


def test_places_at_one_door_do_not_cover_each_other_and_north_is_up(city):
    rows = []
    for n, (east, north) in enumerate(((113.6, 34.7), (113.6, 34.7), (113.7, 34.9)), 1):
        team = Team(body=city.people["member"], east=Decimal(str(east)), north=Decimal(str(north)))
        rows.append((n, team, "在用", False))
    paper = lay_out(rows)
    assert paper is not None
    a, b, c = paper.spots
    assert (a.x, a.y) != (b.x, b.y)
    assert c.y < a.y
    assert c.x > a.x
    assert all(0 < s.x < 480 and 0 < s.y < paper.height for s in paper.spots)


def test_slots_do_not_touch_each_other():
    spans = [(s.begins, s.ends) for s in SLOTS.values()]
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("name", ["venues", "team-slots"])
def test_the_pages_ask_a_fixed_number_of_questions(
    city, client, django_assert_max_num_queries, name
):
    team, _ = studio(city)
    for n in range(8):
        book(city, point(city, f"第{n}联系点"))
        book(city, team, day=today() + timedelta(days=n + 1))
    client.force_login(city.account("member"))
    url = reverse(name, args=[team.pk] if name == "team-slots" else [])
    client.get(url)
    cache.clear()
    with django_assert_max_num_queries(15):
        assert client.get(url).status_code == 200
