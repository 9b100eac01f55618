"""Many hands at the same moment, on PostgreSQL: numbers without gap, nothing twice, no deadlock."""

import pytest

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.actions.file import file
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.pass_on import pass_on
from shangliang.submissions.actions.review import review
from shangliang.submissions.actions.unmerge import unmerge
from shangliang.submissions.models import Assignment, MergeGroup, Submission
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db: None) -> SmallCity:
    return build_small_city()


def ready(town: SmallCity, n: int) -> Submission:
    case = town.submitted(f"member{n % 4 + 2}", title=f"关于第{n}件事的提案")
    review(
        town.seat("clerk"),
        case.pk,
        class_code="society",
        units=[(town.units["housing"].pk, "lead")],
    )
    return pass_on(town.seat("clerk"), case.pk)


def test_fifty_filings_at_once_are_numbered_one_to_fifty(town):
    cases = [ready(town, n) for n in range(50)]
    seat = town.seat("second")
    refused = at_once([lambda pk=case.pk: file(seat, pk) for case in cases])
    assert refused == []
    rows = Submission.objects.filter(committee=town.committee)
    assert sorted(rows.values_list("number", flat=True)) == list(range(1, 51))
    assert sorted(rows.values_list("class_number", flat=True)) == list(range(1, 51))
    assert list(verify(town.committee.pk)) == []


def test_the_same_case_filed_by_ten_takes_one_number_and_nine_get_words(town):
    case = ready(town, 1)
    seat = town.seat("second")
    refused = at_once([lambda: file(seat, case.pk)] * 10)
    assert len(refused) == 9
    assert all("已立案待交办" in words for words in refused)
    assert Event.objects.filter(verb="proposal.file").count() == 1


@pytest.mark.parametrize("attempt", range(5))
def test_two_merges_that_cross_end_with_one_lead(town, attempt):
    one, other = town.submitted(), town.submitted("member2")
    seat = town.seat("clerk")
    refused = at_once(
        [
            lambda: merge(seat, one.pk, into=other.pk),
            lambda: merge(seat, other.pk, into=one.pk),
        ]
    )
    assert len(refused) == 1
    states = sorted(Submission.objects.values_list("state", flat=True))
    assert states == ["merged", "submitted"]
    assert MergeGroup.objects.count() == 1


@pytest.mark.parametrize("attempt", range(3))
def test_merging_and_letting_go_at_once_leaves_a_whole_group(town, attempt):
    lead, one, other = town.submitted(), town.submitted("member2"), town.submitted("member3")
    seat = town.seat("clerk")
    merge(seat, one.pk, into=lead.pk)
    at_once(
        [
            lambda: unmerge(seat, one.pk),
            lambda: merge(seat, other.pk, into=lead.pk),
        ]
    )
    other.refresh_from_db()
    lead.refresh_from_db()
    assert other.state == "merged"
    assert other.group.lead_id == lead.pk
    assert lead.group_id == other.group_id
    assert other.group.dissolved_at is None


def test_assigning_ten_times_at_once_makes_one_assignment(town):
    case = town.filed(units=(("housing", "lead"),))
    seat = town.seat("supervisor")
    refused = at_once([lambda: assign(seat, case.pk)] * 10)
    assert len(refused) == 9
    assert Assignment.objects.count() == 1
