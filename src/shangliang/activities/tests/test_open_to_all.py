"""Everybody signs up and cancels without account; the last place is given once (S-191)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from shangliang.activities.actions.cancel_guest import cancel_guest
from shangliang.activities.actions.forget_guests import forget_guests
from shangliang.activities.actions.sign_up_guest import sign_up_guest
from shangliang.activities.models import Activity, Guest
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.seat import Seat
from shangliang.procedures.verdicts import Refused

from .helpers import planned

pytestmark = pytest.mark.django_db


def walk(city, **more):
    row = planned(city, kind="culture", title="老街走读", open_to="public", **more)
    return REGISTRY[("activity", "open_up")](city.seat("organiser"), row.pk)


def anybody(city):
    return Seat(committee_id=city.committee.pk)


def test_a_youth_signs_up_and_cancels_without_staff(city, client):
    row = walk(city, capacity=3)
    assert "老街走读" in client.get("/open/").content.decode()
    answer = client.post(f"/open/{row.pk}/", {"name": "小陈", "people": "2", "client_key": "k"})
    guest = Guest.objects.get()
    assert guest.public_code in answer.url
    assert "报上了" in client.get(answer.url).content.decode()
    assert "还剩 1 个" in client.get(f"/open/{row.pk}/").content.decode()
    client.post(f"/open/{row.pk}/", {"name": "小陈", "people": "2", "client_key": "k"})
    assert Guest.objects.count() == 1
    page = client.post(f"/open/place/{guest.public_code}/", follow=True).content.decode()
    assert "已取消" in page
    guest.refresh_from_db()
    assert (guest.state, guest.name) == ("cancelled", "")
    assert "还剩 3 个" in client.get(f"/open/{row.pk}/").content.decode()
    assert not any("小陈" in str(e.detail) for e in Event.objects.all())


def test_what_is_missing_is_said_and_the_rest_stays(city, client):
    row = walk(city)
    answer = client.post(f"/open/{row.pk}/", {"name": "", "people": "4"})
    assert answer.status_code == 422
    assert "请写怎么称呼您" in answer.content.decode()
    assert '<option value="4" selected>' in answer.content.decode()


def test_places_are_counted_by_head_with_the_members(city, client):
    row = walk(city, capacity=4)
    REGISTRY[("activity", "sign_up")](city.seat("member"), row.pk)
    sign_up_guest(anybody(city), row.pk, name="甲", people=2)
    with pytest.raises(Refused, match="还剩 1 个名额"):
        sign_up_guest(anybody(city), row.pk, name="乙", people=2)
    sign_up_guest(anybody(city), row.pk, name="乙")
    with pytest.raises(Refused, match="已满"):
        sign_up_guest(anybody(city), row.pk, name="丙")
    assert "名额满了" in client.get(f"/open/{row.pk}/").content.decode()
    client.force_login(city.account("organiser"))
    page = client.get(row.get_absolute_url()).content.decode()
    assert "公开报名 3 人" in page


@pytest.mark.parametrize("open_to", ["invited", "members"])
def test_what_is_not_public_is_not_there(city, client, open_to):
    row = planned(city, "member", open_to=open_to)
    assert client.get(f"/open/{row.pk}/").status_code == 404
    with pytest.raises(Refused, match="不能公开报名"):
        sign_up_guest(anybody(city), row.pk, name="甲")


def test_only_the_own_committees_code_cancels_and_not_after_the_end(city):
    row = walk(city)
    guest = sign_up_guest(anybody(city), row.pk, name="甲")
    other = build_small_city("邻州市", prefix="b-")
    with pytest.raises(Refused) as refused:
        cancel_guest(anybody(other), guest.public_code)
    assert refused.value.kind == "wall"
    Activity.objects.filter(pk=row.pk).update(ends_at=timezone.now())
    with pytest.raises(Refused, match="已经结束"):
        cancel_guest(anybody(city), guest.public_code)


def test_names_go_when_the_activity_is_long_over_and_the_number_stays(city):
    row = walk(city)
    sign_up_guest(anybody(city), row.pk, name="甲", people=3)
    assert forget_guests(city.committee.pk) == 0
    Activity.objects.filter(pk=row.pk).update(ends_at=timezone.now() - timedelta(days=31))
    assert forget_guests(city.committee.pk) == 1
    assert forget_guests(city.committee.pk) == 0
    guest = Guest.objects.get()
    assert (guest.name, guest.people) == ("", 3)


def test_the_public_pages_keep_their_budget(city, client, django_assert_max_num_queries):
    row = walk(city, capacity=30)
    for n in range(8):
        guest = sign_up_guest(anybody(city), row.pk, name=f"{n}")
    for path, most in (
        ("/open/", 12),
        (f"/open/{row.pk}/", 12),
        (f"/open/place/{guest.public_code}/", 12),
    ):
        client.get(path)
        with django_assert_max_num_queries(most):
            assert client.get(path).status_code == 200
