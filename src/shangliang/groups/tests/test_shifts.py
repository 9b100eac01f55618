"""Duty: a rota of working days, somebody standing in, what was heard and where it went."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from shangliang.groups.models import Heard, Shift
from shangliang.groups.remind import remind_shifts
from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.verdicts import Refused

from .helpers import do, studio, words


def test_a_rota_takes_working_days_only_and_people_in_turn(city):
    team, _ = studio(city)
    Shift.objects.all().delete()
    ids = [city.people[p].pk for p in ("member", "member2", "member3")]
    first = today() + timedelta(days=1)
    do("team", "set_rota", city.seat("member"), team.pk, first=first, last=first + timedelta(days=60), weekdays=[2, 4], people=ids)  # fmt: skip
    rows = list(Shift.objects.order_by("day"))
    calendar = calendar_of(city.committee.pk)
    assert rows
    assert all(r.day.weekday() in (2, 4) and calendar.is_workday(r.day) for r in rows)
    assert [r.person_id for r in rows[:6]] == ids * 2
    with pytest.raises(Refused, match="都已排好"):
        do("team", "set_rota", city.seat("member"), team.pk, first=first, last=first + timedelta(days=60), weekdays=[2, 4], people=ids)  # fmt: skip
    with pytest.raises(Refused, match="要是.*的成员"):
        do("team", "set_rota", city.seat("member"), team.pk, first=first, last=first, weekdays=[first.weekday()], people=[city.people["member5"].pk])  # fmt: skip
    with pytest.raises(Refused, match="14:30"):
        do("team", "set_rota", city.seat("member"), team.pk, first=first, last=first, weekdays=[1], people=ids, begins="九点")  # fmt: skip


def test_a_stand_in_takes_over_only_after_saying_yes(city):
    _, shift = studio(city)
    other = city.people["member2"]
    do("shift", "ask_swap", city.seat("member"), shift.pk, to=other.pk)
    assert Shift.objects.get().person_id == city.people["member"].pk
    assert Notice.objects.filter(to=other, kind="shift.swap", needs_act=True).exists()
    with pytest.raises(Refused, match="只有被请代班的人"):
        do("shift", "take_swap", city.seat("member3"), shift.pk)
    do("shift", "take_swap", city.seat("member2"), shift.pk)
    shift.refresh_from_db()
    assert (shift.person_id, shift.first_person_id) == (other.pk, city.people["member"].pk)
    do("shift", "ask_swap", city.seat("member2"), shift.pk, to=city.people["member3"].pk)
    do("shift", "refuse_swap", city.seat("member3"), shift.pk)
    shift.refresh_from_db()
    assert (shift.person_id, shift.state, shift.stand_in_id) == (other.pk, "planned", None)


def test_people_are_reminded_of_their_shift_once(city):
    _, shift = studio(city)
    assert remind_shifts() == 1
    assert remind_shifts() == 0
    assert Notice.objects.filter(to=shift.person_id, kind="shift.near").count() == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("他信教，天天去", "信仰、思想"),
        ("这位同志政治立场有问题", "信仰、思想"),
        ("电话 13900000000 找他", "不记电话"),
        ("【机密】文件说要拆", "涉密"),
        ("灯", "一句话"),
    ],
)
def test_what_is_heard_is_a_matter_and_never_a_person(city, text, why):
    _, shift = studio(city)
    Shift.objects.update(day=today())
    with pytest.raises(Refused, match=why):
        do("shift", "hear", city.seat("member"), shift.pk, matter="other", text=text)
    assert not Heard.objects.exists()


def test_what_is_heard_becomes_a_voice_or_a_topic_once(city, client):
    _, shift = studio(city)
    with pytest.raises(Refused, match="还没有到"):
        do("shift", "hear", city.seat("member"), shift.pk, matter="housing", text="楼道灯坏了")
    Shift.objects.update(day=today())
    for text in ("楼道灯坏了一半没有人修", "末站到学校没有公交车"):
        do("shift", "hear", city.seat("member"), shift.pk, matter="housing", text=text)
    one, two = Heard.objects.order_by("pk")
    do("shift", "pass_on_heard", city.seat("member"), shift.pk, heard=one.pk, to="voice")
    do("shift", "pass_on_heard", city.seat("member"), shift.pk, heard=two.pk, to="topic")
    with pytest.raises(Refused, match="已经转出"):
        do("shift", "pass_on_heard", city.seat("member"), shift.pk, heard=one.pk, to="topic")
    from shangliang.topics.models import Topic
    from shangliang.voices.models import Voice

    assert Voice.objects.get().text == "楼道灯坏了一半没有人修"
    assert Topic.objects.get().about_type == "shift"
    client.force_login(city.account("member"))
    page = words(client.get(reverse("shift", args=[shift.pk])))
    assert reverse("voice", args=[Voice.objects.get().pk]) in page


def test_no_text_of_a_person_stands_in_the_log(city):
    _, shift = studio(city)
    Shift.objects.update(day=today())
    do("shift", "hear", city.seat("member"), shift.pk, matter="housing", text="楼道灯坏了一半")
    for event in Event.objects.all():
        assert "楼道" not in str(event.detail)


def test_a_month_of_the_rota_is_one_page(city, client):
    team, shift = studio(city)
    client.force_login(city.account("member2"))
    url = reverse("rota", args=[team.pk])
    page = words(client.get(f"{url}?month={shift.day:%Y-%m}"))
    assert reverse("shift", args=[shift.pk]) in page
    assert "还没有排" in words(client.get(f"{url}?month={date(2031, 1, 1):%Y-%m}"))
    assert client.get(f"{url}?month=x").status_code == 200
