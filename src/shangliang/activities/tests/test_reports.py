"""Drafts of a report stay as they were and go where they are sent; a checklist makes findings."""

from datetime import timedelta

import pytest

from shangliang.activities.actions.add_finding import add_finding
from shangliang.activities.actions.add_note import add_note
from shangliang.activities.actions.add_project_finding import add_project_finding
from shangliang.activities.actions.deliver import deliver
from shangliang.activities.actions.keep_version import keep_version
from shangliang.activities.actions.list_checks import list_checks
from shangliang.activities.actions.note_answer import note_answer
from shangliang.activities.actions.see_check import see_check
from shangliang.activities.actions.start_project import start_project
from shangliang.activities.models import Finding, Version
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .helpers import held, photo, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(city):
    office = city.seat("organiser")
    row = start_project(
        office, title="产业集聚区用工", question="缺什么工", leader=city.people["member"].pk,
        starts_on=today(),
    )  # fmt: skip
    add_note(city.seat("member"), row.pk, text="三家企业都缺焊工", on=today(), place="西区")
    notes = [row.notes.get().pk]
    add_project_finding(office, row.pk, kind="problem", text="缺焊工", notes=notes)
    return row


def test_a_kept_draft_does_not_change_when_more_is_found(city, project, client):
    office = city.seat("organiser")
    first = keep_version(office, kind="project", pk=project.pk, advice="先办培训班。")
    add_project_finding(
        office, project.pk, kind="problem", text="住房也缺", notes=[project.notes.get().pk]
    )
    with pytest.raises(Refused, match="写这一稿改了什么"):
        keep_version(office, kind="project", pk=project.pk, advice="再加住房。")
    second = keep_version(
        office, kind="project", pk=project.pk, advice="再加住房。", changed="写进住房一条"
    )
    said = ["".join(text for _, text in v.sections) for v in (first, second)]
    assert ["住房也缺" in s for s in said] == [False, True]
    assert "记录1" in said[0]
    client.force_login(city.account("member"))
    assert client.get(f"/reports/{first.pk}/draft.docx").status_code == 200
    page = client.get(f"/projects/{project.pk}/").content.decode()
    assert "第 2 稿" in page
    assert "写进住房一条" in page


def test_a_draft_is_sent_up_and_the_answer_stands_beside_it(city, project, client):
    office = city.seat("organiser")
    draft = keep_version(office, kind="project", pk=project.pk, advice="先办培训班。")
    given = {"kind": "project", "pk": project.pk, "version": draft.pk, "to": "leader"}
    with pytest.raises(Refused, match="不能晚于今天"):
        deliver(office, **given, name="分管副市长", on=today() + timedelta(days=1))
    deliver(office, **given, name="分管副市长", on=today())
    with pytest.raises(Refused, match="当天已经报送过"):
        deliver(office, **given, name="分管副市长", on=today())
    note_answer(office, delivery=draft.deliveries.get().pk, answer="请人社局研办。", on=today())
    client.force_login(city.account("member"))
    page = client.get(f"/projects/{project.pk}/").content.decode()
    assert "报分管副市长" in page
    assert "请人社局研办。" in page


def test_results_of_a_visit_from_above_are_sent_up(city, client):
    """S-020."""
    row = held(city, "member", kind="visit")
    add_finding(city.seat("organiser"), row.pk, kind="good", text="办事窗口一次办结")
    client.force_login(city.account("organiser"))
    answer = client.post(f"/reports/activity/{row.pk}/keep/", {"advice": "路线紧了些。"})
    assert answer.status_code == 302
    draft = Version.objects.get()
    client.post(
        f"/reports/activity/{row.pk}/deliver/",
        {"version": draft.pk, "to": "above", "name": "省政协办公厅", "on": f"{today()}"},
    )
    page = client.get(f"/activities/{row.pk}/outcome/").content.decode()
    assert "报省政协办公厅" in page
    assert "办事窗口一次办结" in "".join(text for _, text in draft.sections)


def test_a_member_keeps_no_draft_and_sends_nothing(city, project, client):
    with pytest.raises(Refused, match="工作人员"):
        keep_version(city.seat("member"), kind="project", pk=project.pk, advice="看法")
    client.force_login(city.account("member"))
    assert client.get(f"/reports/project/{project.pk}/keep/").status_code in (403, 404)


def test_a_clause_found_broken_becomes_a_finding_that_carries_it(city):
    """S-022: the checklist is drawn from the clauses of the policy."""
    office = city.seat("organiser")
    row = held(city, "member", kind="supervision")
    list_checks(
        office, activity=row.pk, lines="裸土覆盖\n车辆冲净上路\n裸土覆盖", source="大气方案"
    )
    first, second = row.checks.all()
    see_check(office, check=second.pk, seen="good", note="抽看十辆")
    with pytest.raises(Refused, match="现场照片"):
        see_check(office, check=first.pk, seen="bad", note="约两亩没有盖")
    see_check(office, check=first.pk, seen="bad", note="约两亩没有盖", photo=photo())
    found = Finding.objects.get()
    assert found.clause == "大气方案：裸土覆盖"
    assert (found.kind, found.state) == ("problem", "open")
    with pytest.raises(Refused, match="已经记成发现"):
        see_check(office, check=first.pk, seen="good")


def test_a_list_needs_its_source_and_is_filled_on_the_spot(city):
    office = city.seat("organiser")
    row = planned(city, "member", kind="supervision")
    with pytest.raises(Refused, match="出自哪个文件"):
        list_checks(office, activity=row.pk, lines="裸土覆盖")
    list_checks(office, activity=row.pk, lines="裸土覆盖", source="方案")
    with pytest.raises(Refused, match="到了现场再填"):
        see_check(office, check=row.checks.get().pk, seen="good")


def test_today_stands_in_the_form_as_a_browser_reads_it(city, project, client):
    keep_version(city.seat("organiser"), kind="project", pk=project.pk, advice="看法")
    client.force_login(city.account("organiser"))
    for path in (f"/reports/project/{project.pk}/deliver/", f"/projects/{project.pk}/note/"):
        assert f'value="{today():%Y-%m-%d}"' in client.get(path).content.decode()
