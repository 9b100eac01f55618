"""The chain: nobody changes it by the front door, and who comes by the back door is found."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypo
from hypothesis import strategies as st

from shangliang.journal.models import Chain, Event
from shangliang.journal.verify import verify
from shangliang.journal.write import NotInTransaction, check_detail, write

from .conftest import unguarded

pytestmark = pytest.mark.django_db


def faults(city) -> list[str]:
    return [str(fault) for fault in verify(city.committee.pk)]


def middle(city) -> Event:
    rows = list(Event.objects.filter(committee_id=city.committee.pk).order_by("seq"))
    return rows[len(rows) // 2]


def audit(*words: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("audit", *words, stdout=out)
    except SystemExit as stop:
        return int(stop.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_an_untouched_chain_is_whole_and_without_gap(city):
    city.replied()
    places = list(Event.objects.order_by("seq").values_list("seq", flat=True))
    assert places == list(range(1, len(places) + 1))
    assert faults(city) == []
    code, said = audit("verify")
    assert code == 0
    assert "完整" in said
    assert f"{len(places)} 条" in said


def change(row: Event, act: str) -> None:
    """Try to change or delete an event, by the model or by SQL."""
    if act == "update":
        row.verb = "proposal.nothing"
        row.save()
    elif act == "delete":
        row.delete()
    else:
        with connection.cursor() as cursor:
            if act == "raw update":
                cursor.execute("UPDATE journal_event SET verb = 'x' WHERE id = %s", [row.pk])
            else:
                cursor.execute("DELETE FROM journal_event WHERE id = %s", [row.pk])


@pytest.mark.parametrize("act", ["update", "delete", "raw update", "raw delete"])
def test_the_database_itself_refuses_to_change_or_delete_an_event(city, act):
    city.submitted()
    with pytest.raises(DatabaseError), transaction.atomic():
        change(middle(city), act)
    assert faults(city) == []


CHANGES = {
    "seq": "seq = seq + 1000",
    "at": "at = '2020-01-01 00:00:00+00'",
    "person": "person_id = NULL",
    "verb": "verb = verb || 'x'",
    "case_type": "case_type = 'task'",
    "case_id": "case_id = case_id + 1",
    "about_type": "about_type = 'task'",
    "about_id": "about_id = about_id + 1",
    "detail": "detail = '{\"a\": 1}'",
    "prev": "prev = 'x' || substr(prev, 2)",
    "digest": "digest = 'x' || substr(digest, 2)",
}


@pytest.mark.parametrize("column", CHANGES)
def test_one_changed_value_is_found_and_its_place_named(city, column):
    city.replied()
    row = middle(city)
    with unguarded() as execute:
        execute(f"UPDATE journal_event SET {CHANGES[column]} WHERE id = {row.pk}")
    found = faults(city)
    assert found
    code, said = audit("verify", "--committee", str(city.committee.pk))
    assert code == 1
    assert f"第一处在第 {row.seq} 条" in said


def test_one_flipped_byte_is_found(city):
    city.replied()
    row = middle(city)
    at = len(row.verb) // 2
    flipped = row.verb[:at] + chr(ord(row.verb[at]) ^ 1) + row.verb[at + 1 :]
    with unguarded() as execute:
        execute(f"UPDATE journal_event SET verb = '{flipped}' WHERE id = {row.pk}")
    assert faults(city) == [f"第 {row.seq} 条：内容与摘要不符"]


def test_a_deleted_event_is_found_in_the_middle_and_at_the_end(city):
    city.replied()
    row = middle(city)
    last = Event.objects.order_by("-seq").first()
    with unguarded() as execute:
        execute(f"DELETE FROM journal_event WHERE id = {row.pk}")
    assert f"缺第 {row.seq} 条" in faults(city)[0]
    with unguarded() as execute:
        execute(f"DELETE FROM journal_event WHERE id = {last.pk}")
    assert "末尾可能被删" in faults(city)[-1]


def test_a_tail_cut_off_with_its_head_moved_back_is_found_by_the_anchor_file(city):
    city.replied()
    call_command("audit", "anchor", stdout=StringIO())
    last, before = Event.objects.order_by("-seq")[:2]
    with unguarded() as execute:
        execute(f"DELETE FROM journal_event WHERE id = {last.pk}")
    Chain.objects.filter(committee=city.committee).update(seq=before.seq, digest=before.digest)
    assert any("锚定的不符" in line for line in faults(city))


def test_a_chain_rewritten_as_a_whole_is_found_by_the_anchor_file(city):
    from django.conf import settings as conf

    from shangliang.journal.digest import digest
    from shangliang.journal.write import fields_of

    city.replied()
    call_command("audit", "anchor", stdout=StringIO())
    target = middle(city)
    prev = ""
    with unguarded() as execute:
        for event in Event.objects.order_by("seq"):
            if event.pk == target.pk:
                event.case_id += 1
            event.prev = prev
            prev = digest(prev, fields_of(event), conf.JOURNAL_DIGEST)
            execute(
                f"UPDATE journal_event SET case_id = {event.case_id}, prev = '{event.prev}',"
                f" digest = '{prev}' WHERE id = {event.pk}"
            )
    Chain.objects.filter(committee=city.committee).update(digest=prev)
    assert faults(city)
    assert all("锚定的不符" in line for line in faults(city))


def test_another_committees_events_do_not_mix(city):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="x-")
    city.submitted()
    other.submitted()
    city.submitted()
    assert faults(city) == faults(other) == []
    assert Event.objects.filter(committee=other.committee).order_by("seq").first().seq == 1


def test_an_event_outside_a_transaction_is_refused(transactional_db):
    with pytest.raises(NotInTransaction):
        write(committee_id=1, person_id=None, verb="x", case=None)  # type: ignore[arg-type]


def test_a_detail_never_holds_text():
    with pytest.raises(ValueError, match="holds text"):
        check_detail(
            {
                "opinion": "这件提案写得很好，建议尽快立案办理，并请主办单位抓紧研究落实有关要求。"
                * 3
            }
        )


@given(data=st.data())
@hypo(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mutation_of_any_field_changes_the_digest(data):
    """The arithmetic alone: two events that differ anywhere never share a digest."""
    from shangliang.journal.digest import ALGORITHMS, digest

    scalars = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=12)
    fields = data.draw(
        st.fixed_dictionaries(
            {
                "committee": st.integers(1, 9),
                "seq": st.integers(1, 99),
                "at": st.datetimes().map(lambda d: d.isoformat()),
                "person": st.none() | st.integers(1, 99),
                "verb": st.text(max_size=20),
                "case": st.tuples(st.text(max_size=8), st.integers(1, 99)).map(list),
                "about": st.tuples(st.text(max_size=8), st.integers(1, 99)).map(list),
                "detail": st.dictionaries(st.text(max_size=6), scalars, max_size=4),
            }
        )
    )
    key = data.draw(st.sampled_from(sorted(fields)))
    changed = dict(fields)
    changed[key] = data.draw(
        st.one_of(scalars, st.lists(scalars, max_size=3)).filter(
            lambda v: repr(v) != repr(fields[key])
        )
    )
    for algorithm in ALGORITHMS:
        assert digest("p", fields, algorithm) != digest("p", changed, algorithm)
        assert digest("p", fields, algorithm) != digest("q", fields, algorithm)
