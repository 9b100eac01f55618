"""Adoption: a majority of all, once a person, and a secret vote that nobody can trace."""

import pytest
from django.db import IntegrityError, transaction

from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.cast_vote import cast_vote
from shangliang.topics.actions.close_vote import close_vote
from shangliang.topics.actions.enter_paper import enter_paper
from shangliang.topics.actions.issue_result import issue_result
from shangliang.topics.actions.open_vote import open_vote
from shangliang.topics.models import Adoption, Elector

from . import stages

pytestmark = pytest.mark.django_db
THREE = ("member", "member2", "member3")


def opened(city, kind="secret"):
    result = stages.drafted(city, "proposal")
    who = [city.people[k].pk for k in THREE]
    return open_vote(city.seat("organiser"), result.pk, kind=kind, people=who)


def test_a_secret_vote_keeps_totals_and_who_voted_and_no_link_between(city):
    result = stages.adopted(city, "secret")
    vote = Adoption.objects.get()
    assert (result.state, vote.state, vote.yes, vote.no) == ("adopted", "passed", 2, 1)
    assert set(Elector.objects.values_list("voted", "choice")) == {(True, "")}
    for event in Event.objects.filter(verb="result.cast_vote"):
        assert not {"yes", "no", "abstain"} & {str(v) for v in event.detail.values()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Elector.objects.filter(adoption=vote).update(choice="yes")


def test_a_named_vote_keeps_who_chose_what(city):
    stages.adopted(city, "named")
    assert sorted(Elector.objects.values_list("choice", flat=True)) == ["no", "yes", "yes"]


def test_nobody_votes_twice_and_nobody_else_votes(city):
    result = opened(city)
    cast_vote(city.seat("member"), result.pk, choice="yes")
    with pytest.raises(Refused, match="已经投过票"):
        cast_vote(city.seat("member"), result.pk, choice="no")
    with pytest.raises(Refused, match="不在这次表决"):
        cast_vote(city.seat("leader"), result.pk, choice="yes")
    with pytest.raises(Refused, match="赞成、反对或弃权"):
        cast_vote(city.seat("member2"), result.pk, choice="maybe")


def test_half_is_no_majority_and_a_failed_paper_goes_back_to_its_draft(city):
    result = opened(city)
    cast_vote(city.seat("member"), result.pk, choice="yes")
    cast_vote(city.seat("member2"), result.pk, choice="no")
    assert close_vote(city.seat("organiser"), result.pk).state == "draft"
    with pytest.raises(Refused, match="须先表决通过"):
        issue_result(city.seat("leader"), result.pk)


def test_too_few_votes_do_not_end_a_vote(city):
    result = opened(city)
    cast_vote(city.seat("member"), result.pk, choice="yes")
    with pytest.raises(Refused, match="不到三分之二"):
        close_vote(city.seat("organiser"), result.pk)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"people": THREE, "yes": 2, "no": 0}, "一样多"),
        ({"people": THREE[:2], "yes": 1, "no": 1}, "至少三张"),
        ({"people": ("leader",), "yes": 1}, "不在表决名单"),
        ({"people": THREE, "yes": 4, "no": -1}, "一样多"),
    ],
)
def test_a_bundle_of_paper_ballots_must_fit_its_roll(city, data, said):
    result = opened(city)
    people = [city.people[k].pk for k in data.pop("people")]
    with pytest.raises(Refused, match=said):
        enter_paper(city.seat("organiser"), result.pk, people=people, **data)
    assert Adoption.objects.get().yes == 0


def test_paper_ballots_count_with_the_others(city):
    result = opened(city)
    people = [city.people[k].pk for k in THREE]
    enter_paper(city.seat("organiser"), result.pk, people=people, yes=2, abstain=1)
    assert close_vote(city.seat("organiser"), result.pk).state == "adopted"


def test_a_paper_that_needs_no_vote_is_not_put_to_one(city):
    result = stages.drafted(city, "report")
    with pytest.raises(Refused, match="不用表决"):
        open_vote(city.seat("organiser"), result.pk, kind="named", people=[1, 2, 3])


def test_numbers_of_results_have_no_gap(city):
    one, two = stages.issued(city), None
    from shangliang.topics.actions.edit_result import edit_result
    from shangliang.topics.actions.start_result import start_result

    two = start_result(city.seat("organiser"), kind="report", title="第二份协商专报")
    with pytest.raises(Refused):
        issue_result(city.seat("leader"), two.pk)
    edit_result(
        city.seat("organiser"), two.pk, title=two.title, body="正文", addressees="市委办公室"
    )
    two = issue_result(city.seat("leader"), two.pk)
    assert one.number.endswith("第1期")
    assert two.number.endswith("第2期")
