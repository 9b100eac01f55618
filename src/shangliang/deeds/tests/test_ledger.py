"""The ledger: posted once, turned back with a reason, the same as the replay to the last cent."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from shangliang.activities.actions.withdraw_activity import withdraw_activity
from shangliang.activities.models import Activity
from shangliang.actors.models import Actor
from shangliang.deeds.actions.adopt_table import adopt_table
from shangliang.deeds.actions.exempt_person import exempt_person
from shangliang.deeds.actions.settle import settle
from shangliang.deeds.ledger import in_force, replay, totals
from shangliang.deeds.models import Entry
from shangliang.deeds.presets import every
from shangliang.deeds.whatif import compare
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .test_record import past

pytestmark = pytest.mark.django_db
YEAR, D = today().year, Decimal


def start(city, preset="minhang", **more):
    return adopt_table(city.seat("organiser"), year=YEAR, preset=preset, **more)


def run(city):
    return settle(city.seat("organiser"), year=YEAR)


def total(city, who="member"):
    pk = city.people[who].pk
    return totals(city.committee.pk, YEAR, [pk])[pk]


def test_settling_twice_posts_nothing_the_second_time(city):
    start(city)
    past(city, "member")
    first, second = run(city), run(city)
    assert (first["posted"], second["posted"], second["turned"]) == (1, 0, 0)
    assert total(city) == D("5.00")


def test_points_for_an_activity_later_withdrawn_are_turned_back_and_say_so(city):
    start(city)
    row = past(city, "member")
    run(city)
    withdraw_activity(city.seat("organiser"), row.pk, reason="并入另一次会议")
    run(city)
    assert total(city) == D(0)
    posted, back = Entry.objects.order_by("pk")
    assert back.turns == posted
    assert back.points == -posted.points
    assert "转回 5 分：所依据的事已撤销" in back.why
    assert not posted.live


def test_the_ledger_is_the_replay_to_the_last_cent(city):
    start(city, "tongcheng")
    past(city, "member")
    past(city)
    city.filed()
    run(city)
    found = in_force(city.committee.pk, YEAR)
    for person, result in replay(city.committee.pk, YEAR, found.table).items():
        assert totals(city.committee.pk, YEAR, [person])[person] == result.total


def test_points_are_decimals_in_the_database_and_ids_stay_ids(city):
    """The bug of a real system halved the member's id: the entry names the member unharmed."""
    start(city, "hongkou")
    row = past(city, "member3", invited=("member",))
    assert row.attendances.get(person=city.people["member3"]).walk_in
    run(city)
    entry = Entry.objects.get(person=city.people["member3"])
    assert entry.points == D("2.50")
    assert entry.person_id == city.people["member3"].pk


def test_a_new_method_in_mid_year_turns_back_and_posts_anew(city):
    start(city)
    past(city, "member")
    run(city)
    with pytest.raises(Refused, match="为什么改"):
        start(city, "xuanwei")
    start(city, "xuanwei", why="主席会议决定")
    done = run(city)
    assert (done["posted"], done["turned"]) == (1, 1)
    assert total(city) == D("1.00")
    assert "现行办法不再计分" in Entry.objects.get(turns__isnull=False).why


def test_who_is_exempt_for_a_time_misses_nothing_in_it(city):
    start(city, "hongkou")
    past(city)
    run(city)
    assert total(city) == D("-2.00")
    day = today()
    exempt_person(
        city.seat("organiser"), person=city.people["member"].pk, year=YEAR, reason="long_leave",
        since=day - timedelta(days=30), until=day,
    )  # fmt: skip
    run(city)
    assert total(city) == D(0)
    found = in_force(city.committee.pk, YEAR)
    assert replay(city.committee.pk, YEAR, found.table)[city.people["member"].pk].grade == "免评"


def test_the_office_notes_an_exemption_on_the_record_page(city, client):
    client.force_login(city.account("organiser"))
    pk = city.people["member"].pk
    day = today().isoformat()
    url = f"/deeds/{pk}/{YEAR}/exempt/"
    assert (
        client.post(url, {"reason": "joined", "since": day, "until": "2001-01-01"}).status_code
        == 422
    )
    assert client.post(url, {"reason": "joined", "since": day, "until": day}).status_code == 302
    assert "年中增补" in client.get(f"/deeds/{pk}/{YEAR}/").content.decode()


def test_what_if_says_who_moves_and_why_and_stores_nothing(city):
    row = start(city, "hongkou")
    past(city, "member2")
    past(city, "member", kind="visit", invited=("member",))
    before = Entry.objects.count(), Event.objects.count()
    moves = {m.name: m for m in compare(city.committee.pk, YEAR, row.table, every()["xuanwei"])}
    assert moves["林一舟"].was == D("3")
    assert moves["林一舟"].now == D("0")
    assert "出席会议活动 5" in moves["林一舟"].why
    assert (Entry.objects.count(), Event.objects.count()) == before


def test_guests_and_friends_have_no_points(city):
    start(city)
    friend = Actor.objects.create(committee=city.committee, kind="person", name="政协之友")
    city.people["friend"] = friend
    past(city, "friend", invited=("friend",))
    assert run(city)["posted"] == 0


def test_a_settlement_without_a_method_says_what_is_missing(city):
    with pytest.raises(Refused, match="还没有积分办法"):
        run(city)


def test_only_the_office_settles(city):
    start(city)
    with pytest.raises(Refused, match="只有"):
        settle(city.seat("leader"), year=YEAR)


def test_a_settlement_is_one_event(city):
    start(city)
    past(city, "member", "member2")
    run(city)
    assert Event.objects.filter(verb="points.settle").count() == 1


def test_a_mid_year_change_inside_one_method_counts_by_the_day(city):
    body = {
        "title": "自定", "source": "本会",
        "rule": [
            {"key": "a", "label": "上半年", "what": "attended", "points": "5", "until": date(YEAR, 6, 30)},
            {"key": "b", "label": "下半年", "what": "attended", "points": "3", "since": date(YEAR, 7, 1)},
        ],
    }  # fmt: skip
    adopt_table(city.seat("organiser"), year=YEAR, body=body)
    row = past(city, "member")
    run(city)
    assert total(city) in (D("5.00"), D("3.00"))
    assert Activity.objects.get(pk=row.pk).state == "closed"


def test_pages_of_points_open(city, client):
    row = start(city)
    past(city, "member")
    client.force_login(city.account("organiser"))
    client.post("/points/settle/", {"year": YEAR})
    for url in (
        "/points/",
        f"/points/{row.pk}/",
        "/points/what-if/?to=jinan",
        "/deeds/people/",
        "/deeds/desk/",
    ):
        assert client.get(url).status_code == 200, url
    client.force_login(city.account("member"))
    page = client.get(f"/deeds/{city.people['member'].pk}/{YEAR}/").content.decode()
    assert "专题座谈：出席会议、视察、调研、走访等，5 分" in page
