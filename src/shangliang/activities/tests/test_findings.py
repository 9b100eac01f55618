"""Observation cards, findings, second visits, projects."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from shangliang.activities.actions.add_card import add_card
from shangliang.activities.actions.add_finding import add_finding
from shangliang.activities.actions.add_note import add_note
from shangliang.activities.actions.add_project_finding import add_project_finding
from shangliang.activities.actions.answer_finding import answer_finding
from shangliang.activities.actions.confirm_finding import confirm_finding
from shangliang.activities.actions.file_finding import file_finding
from shangliang.activities.actions.find_again import find_again
from shangliang.activities.actions.hand_over import hand_over
from shangliang.activities.actions.name_unit import name_unit
from shangliang.activities.actions.start_project import start_project
from shangliang.activities.models import Card, Finding
from shangliang.documents.models import Document
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import MEMBERS, back, photo, planned

pytestmark = pytest.mark.django_db


def visit(city, kind="supervision"):
    return back(planned(city, *MEMBERS, kind=kind), 5)


def problem(city, row=None):
    row = row or visit(city)
    add_finding(
        city.seat("organiser"),
        row.pk,
        kind="problem",
        text="渣土车没有苫盖",
        clause="扬尘治理办法第七条",
        unit=city.units["housing"].pk,
        photo=photo(),
    )
    return Finding.objects.get()


def test_cards_of_members_are_merged_and_each_keeps_its_author(city):
    row = visit(city, "inspection")
    for who in MEMBERS[:3]:
        add_card(city.seat(who), row.pk, kind="suggestion", text=f"{who} 建议加护栏", place="桥头")
    cards = list(Card.objects.values_list("pk", flat=True))
    add_finding(city.seat("organiser"), row.pk, kind="suggestion", text="桥头加护栏", cards=cards)
    found = Finding.objects.get()
    assert found.cards.count() == 3
    assert found.place == "桥头"
    with pytest.raises(Refused, match="已经归并过"):
        add_finding(city.seat("organiser"), row.pk, kind="suggestion", text="再来", cards=cards[:1])


def test_who_was_not_there_writes_no_card(city):
    row = back(planned(city, "member", kind="inspection"), 5)
    with pytest.raises(Refused, match="受邀或到场"):
        add_card(city.seat("member2"), row.pk, kind="good", text="好")


def test_a_supervisory_finding_stays_open_until_a_second_visit_confirms_with_both_photos(city):
    """S-022, word for word."""
    found = problem(city)
    unit, office = city.seat("staff_housing"), city.seat("organiser")
    with pytest.raises(Refused, match="第二次到场"):
        file_finding(office, found.pk)
    answer_finding(unit, found.pk, text="已经苫盖")
    assert Finding.objects.get().state == "answered"
    with pytest.raises(Refused, match="复查时的照片"):
        confirm_finding(office, found.pk, on=today(), seen="都盖上了")
    with pytest.raises(Refused, match="一模一样"):
        confirm_finding(office, found.pk, on=today(), seen="都盖上了", photo=photo())
    with pytest.raises(Refused, match="之后"):
        confirm_finding(
            office, found.pk, on=today() - timedelta(days=9), seen="盖了", photo=photo("red")
        )
    confirm_finding(office, found.pk, on=today(), seen="都盖上了", photo=photo("red"))
    done = Finding.objects.get()
    assert done.state == "confirmed"
    assert done.photo_id != done.second_photo_id


def test_the_unit_named_does_not_close_its_own_finding(city):
    found = problem(city)
    with pytest.raises(Refused, match="不能给自己销号"):
        confirm_finding(
            city.seat("staff_housing"), found.pk, on=today(), seen="好了", photo=photo("red")
        )


def test_not_mended_goes_back_to_the_unit(city):
    found = problem(city)
    answer_finding(city.seat("staff_housing"), found.pk, text="已改")
    find_again(city.seat("supervisor"), found.pk, on=today(), seen="还有两辆没盖")
    assert Finding.objects.get().state == "open"


def test_a_supervisory_problem_without_a_photo_is_not_taken_in(city):
    row = visit(city)
    with pytest.raises(Refused, match="现场照片"):
        add_finding(city.seat("organiser"), row.pk, kind="problem", text="没有苫盖")


def test_a_finding_becomes_a_task_by_a_visible_act(city):
    found = problem(city)
    hand_over(
        city.seat("organiser"),
        found.pk,
        title="渣土车全部加盖",
        due_on=today() + timedelta(days=30),
    )
    found.refresh_from_db()
    assert found.task.owner == city.units["housing"]
    assert found.task.source_type == "finding"
    with pytest.raises(Refused, match="已经转为任务"):
        hand_over(city.seat("organiser"), found.pk, title="再来一次")


def test_a_photo_of_60_mb_is_refused_before_anything_is_stored(city):
    row = visit(city, "inspection")
    big = SimpleUploadedFile("big.jpg", b"x", content_type="image/jpeg")
    big.size = 60 * 1024 * 1024
    with pytest.raises(Refused, match="60 MB，最大 20 MB"):
        add_card(city.seat("member"), row.pk, kind="problem", text="井盖坏了", photo=big)
    assert not Document.objects.exists()
    assert not Card.objects.exists()


def test_each_finding_of_a_project_opens_its_field_notes(city, client):
    """S-021."""
    office = city.seat("organiser")
    row = start_project(
        office,
        title="产业集聚区用工",
        question="缺什么工、缺多少",
        leader=city.people["member"].pk,
        starts_on=today(),
    )
    add_note(
        city.seat("member"), row.pk, text="三家企业都缺焊工", on=today(), place="西区", way="走访"
    )
    note = row.notes.get()
    with pytest.raises(Refused, match="至少一条"):
        add_project_finding(office, row.pk, kind="problem", text="缺焊工", notes=[])
    found = add_project_finding(office, row.pk, kind="problem", text="缺焊工", notes=[note.pk])
    client.force_login(city.account("member"))
    assert "三家企业都缺焊工" in client.get(f"/findings/{found.pk}/").content.decode()
    assert "三家企业都缺焊工" in client.get(f"/projects/{row.pk}/").content.decode()


def test_a_unit_sees_only_what_names_it(city, client):
    found = problem(city)
    client.force_login(city.account("staff_finance"))
    assert client.get(f"/findings/{found.pk}/").status_code == 404
    client.force_login(city.account("staff_housing"))
    assert client.get(f"/findings/{found.pk}/").status_code == 200


def test_the_unit_named_sees_the_photo_of_what_it_is_to_mend(city, client):
    found = problem(city)
    url = f"/findings/{found.pk}/photo/1/"
    client.force_login(city.account("staff_housing"))
    assert url in client.get(f"/findings/{found.pk}/").content.decode()
    answer = client.get(url)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert client.get(f"/findings/{found.pk}/photo/2/").status_code == 404
    client.force_login(city.account("staff_finance"))
    assert client.get(url).status_code == 404


def test_naming_the_unit_tells_its_people(city):
    row = visit(city)
    add_finding(city.seat("organiser"), row.pk, kind="problem", text="裸土", photo=photo())
    found = Finding.objects.get()
    name_unit(city.seat("organiser"), found.pk, unit=city.units["market"].pk)
    from shangliang.notices.models import Notice

    assert Notice.objects.filter(to=city.people["staff_market"], kind="finding.name_unit").exists()


def test_a_good_practice_waits_for_nobody_to_mend_it(city, client):
    row = visit(city, "inspection")
    add_finding(city.seat("organiser"), row.pk, kind="good", text="窗口一次办结")
    client.force_login(city.account("organiser"))
    page = client.get(f"/findings/{Finding.objects.get().pk}/").content.decode()
    assert "待归档" in page
    assert "待整改" not in page
