"""The auditor reads, proves and exports; nobody else does; each person sees who opened the own name."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import shangliang
from shangliang.accounts.access_log import name_opened
from shangliang.jobs.models import Job
from shangliang.journal.models import Access, Event
from shangliang.journal.wording import all_verbs, words_of_verb
from shangliang.procedures.plain import PLAIN

from .conftest import unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(city, client: Client) -> Client:
    city.replied()
    client.force_login(city.account("auditor"))
    return client


@pytest.mark.parametrize("who", ["member", "clerk", "leader", "admin", "security", "supervisor", "staff_housing"])  # fmt: skip
@pytest.mark.parametrize("name", ["journal", "journal-export", "journal-verify"])
def test_only_the_auditor_reads_the_log(city, client, who, name):
    client.force_login(city.account(who))
    assert client.get(reverse(name)).status_code == 403


def test_events_are_told_in_words_newest_first(city, auditor):
    page = auditor.get(reverse("journal"))
    text = page.content.decode()
    assert "答复：审核通过" in text
    assert "督明远" in text
    places = [row["event"].seq for row in page.context["rows"]]
    assert places == sorted(places, reverse=True)


FILTERS = [
    ({"verb": "proposal.file"}, lambda e: e.verb == "proposal.file"),
    ({"who": "程录"}, lambda e: e.person.name == "程录之"),
    ({"who": "查无此人"}, lambda e: False),
    ({"kind": "submission"}, lambda e: e.case_type == "submission"),
    ({"since": "2000-01-01"}, lambda e: True),
    ({"since": "2999-01-01"}, lambda e: False),
    ({"until": "2000-01-01"}, lambda e: False),
    ({"number": "99999999"}, lambda e: False),
]


@pytest.mark.parametrize("asked, fits", FILTERS)
def test_a_filter_finds_what_it_names_and_the_export_holds_the_same(city, auditor, asked, fits):
    wanted = [e.seq for e in Event.objects.select_related("person").order_by("seq") if fits(e)]
    rows = auditor.get(reverse("journal"), asked).context["page_obj"].paginator.object_list
    assert sorted(e.seq for e in rows) == wanted
    answer = auditor.get(reverse("journal-export"), asked)
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert [int(line.split(",")[0]) for line in lines[1:]] == wanted


def test_an_export_is_itself_on_record_and_no_cell_is_run(city, auditor):
    person = city.people["clerk"]
    person.name = '=HYPERLINK("x")'
    person.save()
    answer = auditor.get(reverse("journal-export"))
    text = b"".join(answer.streaming_content).decode()
    assert "'=HYPERLINK" in text
    assert Access.objects.filter(kind="export", person=city.people["auditor"]).count() == 1


def test_the_log_of_another_committee_is_not_there(city, auditor):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="x-")
    other.submitted()
    rows = auditor.get(reverse("journal")).context["page_obj"].paginator.object_list
    assert {e.committee_id for e in rows} == {city.committee.pk}


def prove(auditor, city, callbacks) -> Job:
    with callbacks(execute=True):
        answer = auditor.post(reverse("journal-verify"))
    assert answer.status_code == 302
    return Job.objects.get(committee_id=city.committee.pk, kind="journal.verify")


def test_the_button_proves_the_chain(city, auditor, django_capture_on_commit_callbacks):
    job = prove(auditor, city, django_capture_on_commit_callbacks)
    assert job.state == "done"
    assert job.message.startswith("完整")
    assert "完整" in auditor.get(reverse("journal")).content.decode()


def test_the_button_names_the_place_of_a_fault(city, auditor, django_capture_on_commit_callbacks):
    row = Event.objects.get(verb="proposal.file")
    with unguarded() as execute:
        execute(f"UPDATE journal_event SET case_id = 1234567 WHERE id = {row.pk}")
    job = prove(auditor, city, django_capture_on_commit_callbacks)
    assert job.state == "failed"
    assert f"第 {row.seq} 条" in job.message
    assert job.findings["rows"] == [[str(row.seq), "内容与摘要不符"]]
    assert "对不上" in auditor.get(reverse("journal")).content.decode()


def test_a_person_sees_who_opened_the_own_name_and_no_other(city, client):
    name_opened(city.seat("clerk"), city.people["member"])
    name_opened(city.seat("second"), city.people["member2"])
    client.force_login(city.account("member"))
    page = client.get(reverse("journal-mine")).content.decode()
    assert "程录之" in page
    assert "方审言" not in page


def test_every_verb_has_a_word_in_the_log():
    bare = [verb for verb, word in all_verbs() if word == verb]
    assert bare == []
    assert words_of_verb("proposal.file") == "提案：立案"
    assert all(run.label for run in PLAIN.values())


def test_every_verb_the_code_writes_by_hand_has_a_word_too():
    """An event outside the tables (``verb="document.store"``) must not show its code to a reader."""
    written = {
        verb
        for file in Path(shangliang.__file__).parent.rglob("*.py")
        if "tests" not in file.parts
        for verb in re.findall(r'verb="([a-z_]+\.[a-z_]+)"', file.read_text(encoding="utf-8"))
    }
    assert "document.store" in written
    assert {verb for verb in written if words_of_verb(verb) == verb} == set()


@pytest.mark.parametrize("name, most", [("journal", 12), ("journal-mine", 10)])
def test_a_page_asks_few_questions(city, auditor, name, most, django_assert_max_num_queries):
    auditor.get(reverse(name))
    with django_assert_max_num_queries(most):
        auditor.get(reverse(name))


def test_an_export_asks_a_fixed_number_however_long_the_log(
    city, auditor, django_assert_max_num_queries
):
    for n in range(4):
        city.submitted(title=f"关于第{n}件的提案")
    with django_assert_max_num_queries(10):
        b"".join(auditor.get(reverse("journal-export")).streaming_content)
