"""Joint research (S-024): a guest sees one project, declares interests first, and is named in the report."""

import pytest
from django.utils import timezone

from shangliang.activities.actions.add_note import add_note
from shangliang.activities.actions.ask_in import ask_in
from shangliang.activities.actions.credit import credit
from shangliang.activities.actions.declare import declare
from shangliang.activities.actions.start_project import start_project
from shangliang.activities.project_paper import report_of
from shangliang.activities.queries import projects
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db


def started(city, title="水价改革"):
    return start_project(
        city.seat("organiser"), title=title, question="该不该分档？",
        leader=city.people["member"].pk, starts_on=timezone.localdate(),
    )  # fmt: skip


def expert(city):
    """Somebody of the register who holds no office: in this fixture, the drafter of a party."""
    return city.people["drafter"], city.seat("drafter")


def test_a_guest_expert_sees_only_that_project_and_stands_in_the_report(city, client):
    one, other = started(city), started(city, "别的课题")
    who, seat = expert(city)
    assert not projects(seat).exists()
    ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    assert [p.pk for p in projects(seat)] == [one.pk]
    client.force_login(city.account("drafter"))
    assert client.get(f"/projects/{one.pk}/").status_code == 200
    assert client.get(f"/projects/{other.pk}/").status_code == 404
    assert client.get("/projects/").content.decode().count("别的课题") == 0
    declare(seat, one.pk, interest="曾任供水公司顾问")
    credit(
        city.seat("organiser"), one.pk, partner=one.partners.get().pk, work="测算了三档水价",
    )  # fmt: skip
    text = str(report_of(one, "市政协").sections)
    assert who.name in text
    assert "测算了三档水价" in text
    assert "曾任供水公司顾问" in text
    assert client.get(f"/projects/{one.pk}/report.docx").content[:2] == b"PK"


def test_interests_are_declared_before_anything_is_written(city):
    one = started(city)
    who, seat = expert(city)
    with pytest.raises(Refused, match="一起调研的人"):
        add_note(seat, one.pk, text="看了三家", on=timezone.localdate())
    ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    with pytest.raises(Refused, match="先在课题页上申报"):
        add_note(seat, one.pk, text="看了三家", on=timezone.localdate())
    declare(seat, one.pk, interest="没有")
    add_note(seat, one.pk, text="看了三家", on=timezone.localdate())
    assert one.notes.get().by == who


def test_who_leaves_keeps_the_credit_and_sees_no_more(city):
    one = started(city)
    who, seat = expert(city)
    ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    row = one.partners.get()
    credit(city.seat("organiser"), one.pk, partner=row.pk, work="走访两次", leaves=True)
    assert not projects(seat).exists()
    assert "走访两次" in str(report_of(one, "市政协").sections)
    with pytest.raises(Refused, match="自己申报"):
        declare(seat, one.pk, interest="没有")
    ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    assert projects(seat).exists()


def test_a_department_takes_part_through_its_staff(city):
    one = started(city)
    ask_in(city.seat("organiser"), one.pk, who=city.units["housing"].pk, role="unit")
    assert projects(city.seat("staff_housing")).exists()
    assert not projects(city.seat("staff_finance")).exists()


def test_asking_in_twice_or_under_a_wrong_name_is_refused(city):
    one = started(city)
    who, seat = expert(city)
    ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    with pytest.raises(Refused, match="已经在这个课题里"):
        ask_in(city.seat("organiser"), one.pk, who=who.pk, role="expert")
    with pytest.raises(Refused, match="不能作为有关部门"):
        ask_in(city.seat("organiser"), one.pk, who=who.pk, role="unit")
    with pytest.raises(Refused, match="没有找到"):
        ask_in(city.seat("organiser"), one.pk, who=10**8, role="expert")
    with pytest.raises(Refused):
        ask_in(seat, one.pk, who=who.pk, role="expert")
