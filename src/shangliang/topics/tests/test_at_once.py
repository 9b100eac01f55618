"""Many hands at the same moment: a vote is cast once, receipts and results have a number each."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.seat import Seat
from shangliang.topics.actions.cast_vote import cast_vote
from shangliang.topics.actions.close_vote import close_vote
from shangliang.topics.actions.issue_result import issue_result
from shangliang.topics.actions.nominate import nominate
from shangliang.topics.actions.open_vote import open_vote
from shangliang.topics.models import Adoption, Elector, Result, Topic
from tests.at_once import at_once

from . import stages

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WHO = ("member", "member2", "member3", "member4")


@pytest.fixture
def town(transactional_db):
    return build_small_city()


def voting(town, kind: str) -> Result:
    result = stages.drafted(town, "proposal")
    open_vote(town.seat("organiser"), result.pk, kind=kind, people=[town.people[k].pk for k in WHO])
    return result


@pytest.mark.parametrize("kind", ["named", "secret"])
def test_one_elector_voting_from_four_devices_at_once_has_one_vote(town, kind):
    result = voting(town, kind)
    seat = town.seat("member")
    said = at_once(
        [lambda c=c: cast_vote(seat, result.pk, choice=c) for c in ("yes", "no", "yes", "abstain")]
    )
    assert len(said) == 3
    assert all("已经投过票" in words for words in said)
    vote = Adoption.objects.get()
    assert vote.yes + vote.no + vote.abstain == 1
    assert Elector.objects.filter(voted=True).count() == 1
    assert Elector.objects.exclude(choice="").count() == (1 if kind == "named" else 0)


@pytest.mark.parametrize("kind", ["named", "secret"])
def test_all_electors_voting_at_once_are_all_counted(town, kind):
    result = voting(town, kind)
    said = at_once([lambda k=k: cast_vote(town.seat(k), result.pk, choice="yes") for k in WHO])
    assert said == []
    assert Adoption.objects.get().yes == Elector.objects.filter(voted=True).count() == len(WHO)
    close_vote(town.seat("organiser"), result.pk)
    assert Adoption.objects.get().state == "passed"


def test_a_vote_cast_while_the_ballot_closes_is_counted_or_refused(town):
    result = voting(town, "secret")
    for key in WHO[:3]:
        cast_vote(town.seat(key), result.pk, choice="yes")
    said = at_once(
        [
            lambda: cast_vote(town.seat(WHO[3]), result.pk, choice="no"),
            lambda: close_vote(town.seat("organiser"), result.pk),
        ]
    )
    vote = Adoption.objects.get()
    assert vote.state in ("passed", "failed")
    assert vote.yes + vote.no == 4 - len(said) == vote.electors.filter(voted=True).count()


def test_ten_citizens_at_once_get_ten_receipts(town):
    seat = Seat(committee_id=town.committee.pk)
    at_once(
        [
            lambda n=n: nominate(seat, title=f"第{n}件要商量的事", source="people", via="open")
            for n in range(10)
        ]
    )
    assert Topic.objects.values("public_code").distinct().count() == 10


def test_results_issued_at_once_have_numbers_without_gap_or_double(town):
    made = [stages.drafted(town).pk]
    from shangliang.topics.actions.edit_result import edit_result
    from shangliang.topics.actions.start_result import start_result

    office = town.seat("organiser")
    for n in range(3):
        row = start_result(office, kind="report", title=f"关于共享停车的建议之{n}")
        edit_result(office, row.pk, title=row.title, body="一、情况", addressees="市委办公室")
        made.append(row.pk)
    at_once([lambda pk=pk: issue_result(town.seat("leader"), pk) for pk in made])
    numbers = sorted(Result.objects.values_list("number", flat=True))
    assert len(set(numbers)) == 4
    assert [n.split("第")[1][0] for n in numbers] == ["1", "2", "3", "4"]
