"""Similar proposals: found by what they ask, with a reason, never itself, and "不对" is kept."""

from datetime import timedelta

import pytest

from shangliang.actors.models import Session
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from shangliang.procedures.verdicts import Refused
from shangliang.search.pairs_seen import seen
from shangliang.submissions import like
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.judge_suggestion import judge_suggestion
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.models import Submission, Suggestion


def proposal(city, who, title, *asks):
    case = edit(
        city.seat(who),
        start(city.seat(who)).pk,
        fields={"title": title, "situation": "见过。"},
        asks=[{"text": text} for text in asks],
    )
    return submit(city.seat(who), case.pk)


LIFT = ("关于健全加装电梯后续管养机制的提案", "制定加装电梯管养协议示范文本，写明维保费用比例。")


@pytest.fixture
def pair(city):
    one = proposal(city, "member", *LIFT)
    other = proposal(
        city,
        "member2",
        "关于规范老旧小区加装电梯维保的提案",
        "写明加装电梯维保费用比例，逐台登记停用电梯。",
    )
    proposal(city, "member3", "关于整理地方戏曲口述史料的提案", "用三年录下老艺人的口述。")
    return one, other


def test_the_like_one_is_found_with_the_phrases_both_use(pair):
    one, other = pair
    found = like.search(other)
    assert [f.pk for f in found] == [one.pk]
    assert "加装电梯" in found[0].why


def test_stock_phrases_alone_make_nothing_alike(city):
    proposal(city, "member", "关于进一步加强和完善社区养老工作机制的提案", "开设助餐点。")
    case = proposal(city, "member2", "关于进一步加强和完善校车安全工作机制的提案", "校车装定位。")
    assert like.search(case) == []


def test_an_ask_copied_under_another_title_is_found(city):
    one = proposal(city, "member", *LIFT)
    case = proposal(city, "member2", "关于老旧小区九楼老人出行的提案", LIFT[1])
    assert [f.pk for f in like.search(case)] == [one.pk]


def test_past_sessions_are_searched_and_other_committees_are_not(city, pair):
    one, other = pair
    past = Session.objects.create(
        committee=city.committee,
        term=city.session.term,
        number=1,
        year=city.session.year - 1,
        opens=city.session.opens - timedelta(days=365),
        closes=city.session.closes - timedelta(days=365),
        window_opens=city.session.window_opens - timedelta(days=365),
        cutoff_at=city.session.cutoff_at - timedelta(days=365),
    )
    Submission.objects.filter(pk=one.pk).update(session=past)
    proposal(build_small_city("邻州市", prefix="n_"), "member", *LIFT)
    assert [f.pk for f in like.search(other)] == [one.pk]


def test_a_draft_and_the_own_group_are_never_named(city, pair):
    one, other = pair
    city.draft("member4", title=LIFT[0])
    merge(city.seat("clerk"), other.pk, into=one.pk)
    other.refresh_from_db()
    assert like.search(other) == []


def test_what_was_found_is_kept_for_both_and_a_wrong_one_stays_wrong(city, pair):
    one, other = pair
    held = like.refresh(other)
    assert like.searched(other, held)
    row = Suggestion.objects.get(submission=other, kind="like")
    assert Suggestion.objects.filter(submission=one, kind="like", value=str(other.pk)).exists()
    judge_suggestion(city.seat("clerk"), row.pk, "wrong")
    judge_suggestion(city.seat("clerk"), row.pk, "wrong")
    like.refresh(other)
    row.refresh_from_db()
    assert (row.verdict, row.judged_by_id) == ("wrong", city.people["clerk"].pk)
    assert Event.objects.filter(verb="proposal.judge_suggestion").count() == 1


def test_a_changed_text_is_searched_again(city, pair):
    one, other = pair
    like.refresh(other)
    other.revision += 1
    assert not like.searched(other, Suggestion.objects.filter(submission=other))
    held = like.refresh(other)
    assert len([s for s in held if s.kind == like.SEARCHED]) == 1


def test_only_the_office_judges_a_suggestion_and_only_its_own(city, pair):
    like.refresh(pair[1])
    row = Suggestion.objects.filter(kind="like").first()
    with pytest.raises(Refused, match="只有提案委"):
        judge_suggestion(city.seat("member"), row.pk, "wrong")
    other = build_small_city("邻州市", prefix="n_")
    with pytest.raises(Refused, match="已经不在了"):
        judge_suggestion(other.seat("clerk"), row.pk, "wrong")


def test_searching_asks_the_database_a_fixed_number_of_times(pair, django_assert_max_num_queries):
    seen(pair[1].committee_id)  # read once a process
    with django_assert_max_num_queries(5):
        like.search(pair[1])
