"""Short answers grouped by likeness; nothing shown that few said."""

import random

import pytest

from shangliang.engines.search.answers import group_answers

BUS = [
    "公交末班车太早",
    "公交车末班太早",
    "末班公交太早了",
    "公交末班太早回不去",
    "乡镇公交末班太早",
]
HOME = [
    "青年公寓太少",
    "希望多建青年公寓",
    "青年公寓租金太高",
    "想要便宜的青年公寓",
    "青年公寓排不上",
]


def test_answers_alike_are_one_group_and_others_are_counted_only():
    found = group_answers([*BUS, *HOME, "周末想学手艺", "无", "挺好的", "没有。"], 5)
    assert [g.size for g in found.groups] == [5, 5]
    assert {g.words for g in found.groups} <= set(BUS + HOME)
    assert (found.scattered, found.empty) == (1, 3)


@pytest.mark.parametrize("texts", [[], ["无"], BUS[:4], ["！！", "12"], ["好"] * 9])
def test_fewer_than_the_least_show_no_words(texts):
    assert group_answers(texts, 5).groups == ()


def test_the_same_words_said_often_are_a_group_of_their_own():
    found = group_answers(["修路"] * 6 + ["种树"], 5)
    assert [(g.words, g.size) for g in found.groups] == [("修路", 6)]


def test_the_order_of_answers_tells_nothing():
    texts = BUS + HOME
    first = group_answers(texts, 5)
    random.Random(1).shuffle(texts)
    assert group_answers(texts, 5) == first
