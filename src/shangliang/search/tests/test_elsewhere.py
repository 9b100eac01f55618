"""Similar cases of other committees: what is open to everybody, and never a row more."""

import pytest
from django.core.cache import cache

from shangliang.demo.small import build_small_city
from shangliang.search.actions.set_suggestions import set_suggestions
from shangliang.search.elsewhere import elsewhere, elsewhere_of
from shangliang.search.index import rebuild
from shangliang.search.pairs_seen import forget
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.publish import publish
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.unpublish import unpublish
from shangliang.submissions.models import Recommendation, Reply, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def levels(city):
    """The county has answered and published a case; the city's member writes on the same matter."""
    county = build_small_city("邻县", prefix="x-")
    theirs = county.replied()
    secret = county.filed(who="member2")  # filed, consented, but never published
    lake = start(city.seat("member2"))
    edit(city.seat("member2"), lake.pk, fields={"title": "关于治理东湖水质的提案"})
    mine = city.draft(title="关于加装电梯以后谁来管养的提案")
    rebuild(city.committee.pk)
    rebuild(county.committee.pk)
    cache.clear()
    forget()
    return city, county, Submission.objects.get(pk=theirs.pk), secret, mine


def found(city, case):
    cache.clear()
    return elsewhere_of(Submission.objects.prefetch_related("recommendations").get(pk=case.pk))


def test_an_open_case_of_another_committee_is_shown_with_its_open_answer(levels):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    hits = found(city, mine)
    assert [hit.case.pk for hit in hits] == [theirs.pk]
    assert hits[0].case.committee_id == county.committee.pk
    assert hits[0].matches


def test_what_is_not_published_stays_behind_the_wall(levels):
    city, county, theirs, secret, mine = levels
    assert found(city, mine) == []


@pytest.mark.parametrize("closing", ["withdrawn", "consent", "confidential", "cancelled"])
def test_what_was_taken_back_is_gone_at_once_even_where_it_was_kept(levels, closing):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    case = Submission.objects.prefetch_related("recommendations").get(pk=mine.pk)
    assert elsewhere_of(case)
    if closing == "withdrawn":
        unpublish(county.seat("clerk"), theirs.pk, because="单位要求复核")
    else:
        change = {"consent": {"consent_public": False}, "confidential": {"confidential": True}}
        change["cancelled"] = {"state": "withdrawn"}
        Submission.objects.filter(pk=theirs.pk).update(**change[closing])
    assert elsewhere_of(case) == []  # kept, asked again
    assert found(city, mine) == []


def test_of_a_summary_only_the_summary_is_compared_and_quoted(levels):
    city, county, theirs, secret, mine = levels
    said = "说的是已装电梯没有人管养。"
    publish(county.seat("clerk"), theirs.pk, text="summary", summary=said, checked=True)
    hidden = [theirs.situation, *Recommendation.objects.filter(submission=theirs).values_list("text", flat=True)]  # fmt: skip
    for hit in found(city, mine):
        quoted = "".join(m.theirs.text for m in hit.matches)
        assert quoted in f"{theirs.title}\n{said}" or not quoted
        assert not any(piece and piece in quoted for piece in hidden)
        assert hit.answer == ""


@pytest.mark.parametrize(
    "hide", [{"publicity": "none"}, {"secrecy_checked": False}, {"state": "draft"}]
)
def test_an_answer_that_is_not_open_is_not_quoted(levels, hide):
    city, county, theirs, secret, mine = levels
    Reply.objects.filter(submission=theirs).update(publicity="full", secrecy_checked=True)
    publish(county.seat("clerk"), theirs.pk, checked=True)
    assert found(city, mine)[0].answer
    Reply.objects.filter(submission=theirs).update(**hide)
    assert found(city, mine)[0].answer == ""


def test_an_answer_the_office_left_out_is_not_quoted(levels):
    city, county, theirs, secret, mine = levels
    Reply.objects.filter(submission=theirs).update(publicity="full", secrecy_checked=True)
    publish(county.seat("clerk"), theirs.pk, show_reply=False, checked=True)
    assert found(city, mine)[0].answer == ""


def test_its_own_committee_is_never_elsewhere(levels):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    own = county.draft(title="关于加装电梯以后谁来管养的提案")
    assert found(county, own) == []


def test_another_matter_is_not_shown_and_with_suggestions_off_nothing_is(levels):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    assert elsewhere(city.committee.pk, "关于治理东湖水质的提案", "东湖夏天有异味。") == []
    set_suggestions(city.seat("clerk"), alike=0.5, on=False)
    forget()
    assert found(city, mine) == []


def test_it_costs_three_questions_at_most(levels, django_assert_max_num_queries):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    found(city, mine)
    with django_assert_max_num_queries(3):
        elsewhere(city.committee.pk, mine.title, mine.situation)


@pytest.mark.parametrize("who", ["member", "clerk"])
def test_it_stands_beside_the_form_and_beside_the_review_desk(levels, client, who):
    city, county, theirs, secret, mine = levels
    publish(county.seat("clerk"), theirs.pk, checked=True)
    cache.clear()
    client.force_login(city.account(who))
    if who == "member":
        page = client.get(f"/proposals/{mine.pk}/edit/").content.decode()
    else:
        from shangliang.submissions.actions.submit import submit

        submit(city.seat("member"), mine.pk)
        page = client.get(
            f"/search/beside/{mine.pk}/", headers={"HX-Request": "true"}
        ).content.decode()
    assert "别处相近" in page
    assert f"/public/{theirs.public_code}/" in page
    assert "邻县" in page
