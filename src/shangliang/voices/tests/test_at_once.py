"""Many at the same moment: numbers without gap or double, a note sent twice at once is one."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.voices.actions.receive import receive
from shangliang.voices.actions.start_issue import start_issue
from shangliang.voices.models import Issue, Voice
from shangliang.voices.people import nobody
from tests.at_once import at_once

from . import life

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db):
    return build_small_city()


def test_issues_printed_at_once_have_numbers_without_gap_or_double(town):
    editor = town.seat("editor")
    made = [
        start_issue(editor, items=[life.signed(town, who=who).pk])
        for who in ("member", "member2", "member3", "member4")
    ]
    at_once([lambda i=i: life.do("issue", "print_issue", editor, i) for i in made])
    assert sorted(Issue.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert sorted(Issue.objects.values_list("total", flat=True)) == [1, 2, 3, 4]


def test_a_note_sent_four_times_at_once_is_one(town):
    seat = nobody(town.committee.pk)
    fields = {"text": life.TEXT}
    at_once(
        [
            lambda: receive(seat, kind="matter", secrecy="open", fields=fields, client_key="same")
            for _ in range(4)
        ]
    )
    assert Voice.objects.count() == 1


def test_serials_given_at_once_are_one_to_ten(town):
    seat = nobody(town.committee.pk)
    at_once(
        [
            lambda n=n: receive(
                seat, kind="matter", secrecy="open", fields={"text": f"第{n}件"}, client_key=f"k{n}"
            )
            for n in range(10)
        ]
    )
    assert sorted(Voice.objects.values_list("serial", flat=True)) == list(range(1, 11))
