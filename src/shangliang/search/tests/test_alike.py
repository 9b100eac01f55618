"""Similar cases beside the form and in review."""

import pytest

from shangliang.search.actions.set_suggestions import set_suggestions
from shangliang.search.alike import alike
from shangliang.search.index import rebuild
from shangliang.search.pairs_seen import seen
from shangliang.search.tokens_asked import mostly_own
from shangliang.submissions import like
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.likeness import kin_apart, similar
from shangliang.submissions.models import Submission
from shangliang.submissions.queries import visible

pytestmark = pytest.mark.django_db

TEXT = "老城区七层以上的楼房没有电梯，老人上下楼困难，轮椅进不了单元门。"
ASK = "建议市住建局出台加装电梯的分层补助办法，每台补助二十万元，今年先做一百台。"
OTHER = "东湖水质下降，夏天有异味，沿岸餐饮油污没有接进管网。"


def write_one(city, who, title, situation, ask):
    from shangliang.submissions.actions.start import start

    seat = city.seat(who)
    case = start(seat)
    edit(seat, case.pk, fields={"title": title, "situation": situation}, asks=[{"text": ask}])
    return Submission.objects.select_related("session", "rulebook").get(pk=case.pk)


@pytest.fixture
def two(city):
    first = write_one(city, "member", "关于老旧小区加装电梯的提案", TEXT, ASK)
    submit(city.seat("member"), first.pk)
    lake = write_one(city, "member", "关于治理东湖水质的提案", OTHER, "建议清淤截污。")
    submit(city.seat("member"), lake.pk)
    mine = write_one(city, "member2", "关于进一步推进高层住宅装梯的提案", TEXT[6:], ASK[2:])
    rebuild(city.committee.pk)
    return city, Submission.objects.get(pk=first.pk), mine


def test_the_like_one_is_found_by_its_text_though_the_title_differs(two):
    city, first, mine = two
    found = similar(mine, city.seat("clerk"))
    assert [hit.pk for hit in found] == [first.pk]
    assert found[0].matches
    match = found[0].matches[0]
    assert match.mine.text
    assert match.theirs.text in f"{first.title}\n{TEXT}\n1. {ASK}"


def test_a_case_is_never_like_itself_nor_its_group(two):
    city, first, mine = two
    rows = kin_apart(first, visible(city.seat("clerk")))
    hits = alike(city.committee.pk, first.title, f"{TEXT}\n{ASK}", rows)
    assert first.pk not in [h.object_id for h in hits]


def test_stock_phrases_make_no_two_cases_alike(city):
    one = write_one(city, "member", "关于进一步加强和完善工作机制的提案", OTHER, "建议清淤截污。")
    submit(city.seat("member"), one.pk)
    rebuild(city.committee.pk)
    rows = visible(city.seat("clerk"))
    assert alike(city.committee.pk, "关于切实推进提升工作水平的提案", "", rows) == []


def test_what_one_may_not_see_is_not_shown_as_like(two):
    city, first, mine = two
    assert similar(mine, city.seat("member2")) == []  # not filed yet: the office's own


def test_review_stores_the_like_one_with_a_reason(two):
    city, first, mine = two
    submit(city.seat("member2"), mine.pk)
    rebuild(city.committee.pk)
    held = like.refresh(Submission.objects.get(pk=mine.pk))
    kept = [s for s in held if s.kind == like.KIND]
    assert [s.value for s in kept] == [str(first.pk)]
    assert "电梯" in kept[0].why or "同提" in kept[0].why or kept[0].why


def test_likeness_costs_one_question(two, django_assert_max_num_queries):
    city, first, mine = two
    seen(city.committee.pk)
    mostly_own(city.committee.pk)  # both are known once to a process
    mine = Submission.objects.prefetch_related("recommendations").get(pk=mine.pk)
    with django_assert_max_num_queries(4):
        similar(mine, city.seat("clerk"))


def test_pairs_are_counted_anew_with_the_index(two):
    city, *_ = two
    assert seen(city.committee.pk).texts >= 3


def test_who_writes_sees_the_less_alike_too_but_is_not_alerted(two):
    """Beside the form it is a help; only above the office's threshold it counts as a repetition."""
    city, first, mine = two
    set_suggestions(city.seat("clerk"), alike=0.90)
    mine.title = "关于高层住宅电梯的提案"
    seat = city.seat("clerk")
    beside = similar(mine, seat, near=True)
    assert [like.pk for like in beside] == [first.pk]
    assert not beside[0].alert
    assert similar(mine, seat) == []


def test_a_title_and_two_sentences_are_enough_to_see_the_answered_one_beside_the_form(city):
    from shangliang.search.pairs_seen import ALIKE, BESIDE

    city.replied()  # 关于健全加装电梯后续管养机制的提案
    rebuild(city.committee.pk)
    mine = write_one(city, "member2", "关于老旧小区加装电梯的提案", TEXT, "")
    found = similar(mine, city.seat("member2"), near=True)
    assert [like.grade for like in found] == ["B"]
    assert found[0].sentence
    assert found[0].share >= ALIKE * BESIDE
