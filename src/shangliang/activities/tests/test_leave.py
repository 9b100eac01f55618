"""Leave: asked in time, granted by whom the kind names, its reason with the approver alone."""

import pytest

from shangliang.activities.actions.ask_leave import ask_leave
from shangliang.activities.actions.grant_leave import grant_leave
from shangliang.activities.actions.refuse_leave import refuse_leave
from shangliang.activities.actions.take_back_leave import take_back_leave
from shangliang.notices.models import Notice
from shangliang.procedures.verdicts import Refused

from .helpers import back, closed, held, own, planned, result

pytestmark = pytest.mark.django_db


def test_leave_is_granted_and_its_reason_is_nowhere_but_with_the_approver(city, client):
    row = planned(city, "member", "member2")
    ask_leave(city.seat("member"), own(city, row, "member").pk, reason="家人手术")
    for notice in Notice.objects.all():
        assert "手术" not in notice.text
    grant_leave(city.seat("organiser"), own(city, row, "member").pk)
    closed(city, back(row, 1))
    assert result(city, row, "member") == "leave"
    for who, url, sees in (
        ("organiser", f"/activities/{row.pk}/leaves/", True),
        ("organiser", f"/activities/{row.pk}/", False),
        ("leader", f"/activities/{row.pk}/", False),
        ("member", f"/activities/{row.pk}/", True),
        ("member2", f"/activities/{row.pk}/", False),
        ("organiser", f"/exports/attendance.csv?activity={row.pk}", False),
    ):
        client.force_login(city.account(who))
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert ("手术" in answer.getvalue().decode()) is sees, (who, url)
    for who in ("leader", "member2", "editor"):
        client.force_login(city.account(who))
        assert client.get(f"/activities/{row.pk}/leaves/").status_code in (403, 404)


def test_leave_of_a_plenary_is_granted_by_a_leader_not_by_the_organiser(city):
    row = planned(city, "member", kind="plenary", days=30)
    pk = own(city, row, "member").pk
    ask_leave(city.seat("member"), pk, reason="出国")
    with pytest.raises(Refused, match="请假由政协领导批准"):
        grant_leave(city.seat("organiser"), pk)
    grant_leave(city.seat("leader"), pk)


def test_nobody_grants_ones_own_leave(city):
    row = planned(city, "organiser")
    pk = own(city, row, "organiser").pk
    ask_leave(city.seat("organiser"), pk, reason="开会")
    with pytest.raises(Refused, match="不能批自己的假"):
        grant_leave(city.seat("organiser"), pk)


def test_leave_after_the_event_is_refused_with_the_way_to_explain(city):
    row = held(city, "member")
    with pytest.raises(Refused, match="我的履职"):
        ask_leave(city.seat("member"), own(city, row, "member").pk, reason="忘了")
    closed(city, row)
    with pytest.raises(Refused, match="两个版本都保留"):
        ask_leave(city.seat("member"), own(city, row, "member").pk, reason="忘了")


def test_a_third_request_for_leave_is_refused(city):
    row = planned(city, "member")
    pk = own(city, row, "member").pk
    for _ in range(2):
        ask_leave(city.seat("member"), pk, reason="有事")
        refuse_leave(city.seat("organiser"), pk, answer="请尽量到会")
    with pytest.raises(Refused, match="已经请过 2 次"):
        ask_leave(city.seat("member"), pk, reason="还是有事")


def test_leave_taken_back_means_coming(city):
    row = planned(city, "member")
    pk = own(city, row, "member").pk
    ask_leave(city.seat("member"), pk, reason="有事")
    take_back_leave(city.seat("member"), pk)
    assert own(city, row, "member").state == "going"
