"""A consultation and the activity it invites by."""

from datetime import timedelta

import pytest

from shangliang.activities.models import Activity, Attendance, Presence
from shangliang.notices.models import Notice
from shangliang.procedures.forms import FORMS
from shangliang.topics.actions.cancel_consultation import cancel_consultation
from shangliang.topics.actions.change_consultation import change_consultation
from shangliang.topics.actions.send_notice import send_notice
from shangliang.topics.models import Consultation

from . import stages

pytestmark = pytest.mark.django_db
WHO = "organiser"


def noticed(city) -> Consultation:
    case = stages.planned(city)
    send_notice(city.seat(WHO), case.pk)
    return Consultation.objects.get(pk=case.pk)


def test_the_notice_invites_registered_people_by_an_activity_and_each_is_told_once(city):
    case = noticed(city)
    row = Activity.objects.get(about_type="consultation", about_id=case.pk)
    assert (row.state, row.starts_at, row.place) == ("open", case.starts_at, case.place)
    assert [a.person_id for a in row.attendances.all()] == [city.people["member"].pk]
    told = Notice.objects.filter(to_id=city.people["member"].pk).values_list("kind", flat=True)
    assert list(told) == ["activity.invite"]


def test_a_new_time_moves_the_activity_and_a_cancelled_meeting_cancels_it(city):
    case = noticed(city)
    later = case.starts_at + timedelta(days=3)
    change_consultation(
        city.seat(WHO),
        case.pk,
        title=case.title,
        starts_at=later,
        place=case.place,
        reason="会场占用",
    )
    row = Activity.objects.get()
    assert row.starts_at == later
    cancel_consultation(city.seat(WHO), case.pk, reason="并入下一次")
    row.refresh_from_db()
    assert row.state == "cancelled"


def test_who_signed_in_stands_ticked_when_the_office_marks_who_came(city):
    case = noticed(city)
    mine = Attendance.objects.get()
    Presence.objects.create(
        committee_id=case.committee_id,
        attendance=mine,
        sitting=mine.activity.sittings.get(),
        came_at=case.starts_at,
    )
    form = FORMS[("consultation", "mark_came")](case=case, seat=city.seat(WHO))
    here = case.parties.get(actor=city.people["member"])
    assert form.initial["came"] == [str(here.pk)]


def test_the_page_shows_the_activity(client, city):
    case = noticed(city)
    client.force_login(city.account(WHO))
    assert (
        f"/activities/{Activity.objects.get().pk}/"
        in client.get(case.get_absolute_url()).content.decode()
    )
