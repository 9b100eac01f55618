"""The rubric advises in words, never blocks, and is the same for writer and reviewer (S-002)."""

import pytest

from shangliang.rulebooks import presets
from shangliang.rulebooks.body import ProposalRules
from shangliang.search.pairs_seen import seen
from shangliang.submissions import rubric
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit
from shangliang.submissions.likeness import likeness, pairs, similar
from shangliang.submissions.models import Submission
from shangliang.submissions.rubric import Ask, Texts, advise, judge, score

RULES = ProposalRules.model_validate(presets.load("national")[1])


def weak(points):
    return {p.key for p in points if p.ok is False}


def point(t, key):
    return next(p for p in judge(t, RULES) if p.key == key)


def texts(**kwargs):
    base = {
        "title": "关于健全加装电梯后续管养机制的提案",
        "situation": "据市住建局统计，全市加装电梯 318 台，今年 9 月走访 26 个小区，12 台因无人出资停用。"
        "停用最长的已有七个月，九楼的老人下不来，业主多次打 12345 热线，得到的答复都是请自行协商解决。",
        "analysis": "主要原因是加装时只约定了建设费怎么分摊，没有约定维保、检验、大修由谁出、按什么比例出。"
        "维修资金的使用规则也没有把加装部分写进去，街道和物业因此不敢动用。",
        "asks": [Ask("请制定管养协议文本，写明费用比例，6 月底前印发。", True)],
    }
    return Texts(**(base | kwargs))


def test_a_draft_without_addressee_or_concrete_ask_shows_those_two_and_mending_moves_the_score(
    city,
):
    case = start(city.seat("member"))
    seat = city.seat("member")
    t = texts()
    edit(
        seat,
        case.pk,
        fields={"title": t.title, "situation": t.situation, "analysis": t.analysis},
        asks=[{"text": "进一步加强管理，提高重视程度。"}],
    )
    case.refresh_from_db()
    before = advise(case, seat)
    assert weak(before) == {"concrete", "addressee"}
    edit(
        seat,
        case.pk,
        fields={},
        asks=[{"text": t.asks[0].text, "addressee": city.units["housing"].pk}],
    )
    case = Submission.objects.get(pk=case.pk)
    after = advise(case, seat)
    assert weak(after) == set()
    assert score(after).total > score(before).total
    assert submit(seat, case.pk).state == "submitted"
    reviewer = advise(Submission.objects.get(pk=case.pk), city.seat("clerk"))
    assert [(p.key, p.ok) for p in reviewer] == [(p.key, p.ok) for p in after]


def test_a_weak_draft_is_never_blocked(city):
    case = start(city.seat("member"))
    edit(
        city.seat("member"),
        case.pk,
        fields={"title": "要重视", "situation": "不好。"},
        asks=[{"text": "加强。"}],
    )
    assert len(weak(advise(Submission.objects.get(pk=case.pk)))) >= 4
    assert submit(city.seat("member"), case.pk).state == "submitted"


@pytest.mark.parametrize(
    "change, key, ok",
    [
        ({}, "one_matter", True),
        ({"title": ""}, "one_matter", False),
        ({"title": "关于修路的提案；关于种树的提案"}, "one_matter", False),
        ({"title": "关于加装电梯管养以及校门口停车的提案"}, "one_matter", False),
        ({}, "facts", True),
        ({"situation": ""}, "facts", False),
        ({"situation": "电梯坏了很久，老人下不来，大家都很着急。"}, "facts", False),
        (
            {"situation": "有 12 台电梯停用，老人下不来。", "analysis": "没有约定谁出钱。"},
            "facts",
            False,
        ),
        ({}, "cause", True),
        ({"analysis": ""}, "cause", False),
        ({"analysis": "这种现象十分普遍，群众意见很大，影响很坏。"}, "cause", False),
        ({"analysis": "", "situation": "因为没有约定，12 台停用。"}, "cause", None),
        ({}, "concrete", True),
        ({"asks": []}, "concrete", False),
        ({"asks": [Ask("进一步加强宣传引导，营造良好氛围。", True)]}, "concrete", False),
        ({"asks": [Ask("提高认识，高度重视。", True)]}, "concrete", False),
        ({"asks": [Ask("由市住建局逐台登记停用电梯。", True)]}, "concrete", True),
        ({"asks": [Ask("在每个街道设一个报修点。", True)]}, "concrete", False),
        ({"asks": [Ask("在每个街道增设一个报修点。", True)]}, "concrete", True),
        ({}, "addressee", True),
        ({"asks": [Ask("请年内印发。", True), Ask("请年底公布。")]}, "addressee", False),
        ({"asks": []}, "addressee", False),
        ({}, "not_repeat", True),
        ({}, "length", True),
        ({"situation": "长" * 1600}, "length", False),
        ({"situation": "短", "analysis": ""}, "length", False),
    ],
)
def test_each_point_says_what_it_sees(change, key, ok):
    assert point(texts(**change), key).ok is ok


def test_a_weak_point_says_why_and_where():
    t = texts(asks=[Ask("请年内印发办法。", True), Ask("加强引导。")])
    found = point(t, "addressee")
    assert (found.where, found.field) == ("第 2 条建议", "asks-1-addressee")
    assert "单位" in found.why


def test_a_score_opens_its_parts_and_they_add_up():
    points = judge(texts(asks=[Ask("加强引导。")]), RULES)
    found = score(points)
    whole = sum(weight for _, weight, _ in found.parts)
    got = sum(float(got) for _, _, got in found.parts)
    assert found.total == round(100 * got / whole)
    assert {label for label, _, _ in found.parts} == {p.label for p in points}


def test_a_point_only_this_place_has_is_left_to_a_person():
    rules = RULES.model_copy(
        update={"rubric": (*RULES.rubric, RULES.rubric[0].model_copy(update={"key": "local"}))}
    )
    assert next(p for p in judge(texts(), rules) if p.key == "local").ok is None


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("关于健全加装电梯后续管养机制的提案", "关于加装电梯后续管养的建议", True),
        ("关于进一步加强校园食品安全工作的提案", "关于进一步加强校园交通安全工作的提案", False),
        ("关于推进我市养老服务工作的提案", "关于推进我市营商环境工作的提案", False),
        ("关于规范小区电梯广告收益的提案", "关于健全加装电梯后续管养机制的提案", False),
        ("关于老旧小区加装充电桩的提案", "关于在老旧小区加快建设充电桩的提案", True),
    ],
)
def test_titles_are_compared_without_the_stock_phrases_of_the_trade(one, other, alike):
    from shangliang.submissions.likeness import ALIKE

    assert (likeness(pairs(one), pairs(other)) >= ALIKE) is alike


def test_an_earlier_answered_proposal_is_named_with_its_state_grade_and_sentence(city):
    old = city.replied()
    case = city.draft("member2")
    likes = similar(case, city.seat("member2"))
    assert [like.pk for like in likes] == [old.pk]
    like = likes[0]
    assert (like.label, like.state, like.grade) == ("第0001号", "replied", "B")
    assert like.sentence == "第1条已办。"
    found = next(p for p in advise(case, city.seat("member2"), likes) if p.key == "not_repeat")
    assert found.ok is None
    assert "第0001号" in found.why


def test_a_draft_is_never_like_itself_its_group_or_its_parts(city):
    one, two = city.submitted(), city.submitted("member2")
    assert [like.pk for like in similar(one, city.seat("clerk"))] == [two.pk]
    two.split_from = one
    two.save()
    from django.core.cache import cache

    cache.clear()
    assert similar(one, city.seat("clerk")) == []
    assert similar(two, city.seat("clerk")) == []


def test_nobody_learns_of_a_draft_or_of_a_closed_proposal_by_writing_a_similar_title(city):
    city.draft()  # somebody's unsent draft
    city.submitted()  # not yet filed: for the office only
    kept = city.filed()
    Submission.objects.filter(pk=kept.pk).update(consent_public=False)
    mine = city.draft("member2")
    assert similar(mine, city.seat("member2")) == []
    assert similar(mine) == []
    assert len(similar(mine, city.seat("clerk"))) == 2


def test_other_committees_are_never_compared(city):
    from shangliang.demo.small import build_small_city

    build_small_city("邻州市", prefix="lin-").filed()
    assert similar(city.submitted(), city.seat("clerk")) == []


def test_the_search_for_likes_costs_at_most_three_queries(city, django_assert_max_num_queries):
    city.replied()
    case = Submission.objects.select_related("session", "rulebook").get(pk=city.draft("member2").pk)
    seat = city.seat("member2")
    seen(city.committee.pk)  # read once a process
    with django_assert_max_num_queries(3):
        assert similar(case, seat)
    assert rubric.texts_of(case).length > 0
