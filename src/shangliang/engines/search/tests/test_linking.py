"""Grouping letters in bounded memory gives the groups that one table of distances would give."""

from collections import Counter

import numpy as np
import pytest

from shangliang.engines.search import linking
from shangliang.engines.search.hot import Letter, events_of
from shangliang.engines.search.linking import connected, distances, linked, merged, parts, vectors

MATTERS = ["柳岸小区电梯停运", "东湖水体发黑发臭", "青石镇公路塌方", "南浦学校学位不足"]


def of(texts):
    return vectors(Counter(text[n : n + 2] for n in range(len(text) - 1)) for text in texts)


def told(each=6):
    return [f"{matter}第{n}次来信" for n in range(each) for matter in MATTERS]


def as_sets(groups):
    return {frozenset(group) for group in groups}


def test_texts_on_one_matter_are_a_group():
    texts = told()
    assert as_sets(linked(of(texts), 0.6)) == {
        frozenset(n for n, text in enumerate(texts) if text.startswith(matter))
        for matter in MATTERS
    }


def test_comparing_in_blocks_ties_what_comparing_at_once_ties(monkeypatch):
    matrix = of(told())
    at_once = connected(matrix, 0.3)
    monkeypatch.setattr(linking, "BLOCK", 5)
    in_blocks = connected(matrix, 0.3)
    assert as_sets(linking.by(at_once)) == as_sets(linking.by(in_blocks))
    whole = 1 - (matrix @ matrix.T).toarray()
    assert np.allclose(distances(matrix), whole[np.triu_indices(len(whole), 1)], atol=1e-6)


def test_a_part_too_large_to_be_linked_is_cut_where_its_ties_are_weaker(monkeypatch):
    matrix = of(told())
    everything = as_sets(linked(matrix, 0.6))
    monkeypatch.setattr(linking, "MOST", 6)
    assert max(map(len, parts(matrix))) == 6
    assert as_sets(linked(matrix, 0.6)) == everything


def test_one_letter_sent_by_more_people_than_can_be_linked_is_one_event(monkeypatch):
    monkeypatch.setattr(linking, "MOST", 6)
    letters = [Letter(str(n), MATTERS[0], "电梯停了三个月。") for n in range(20)]
    (event,) = events_of([*letters, Letter("x", "咨询公积金提取手续", "要什么材料。")])
    assert len(event.members) == 20


@pytest.mark.parametrize("texts", [[], [""], ["", "好", "。"]])
def test_texts_without_features_stand_alone(texts):
    letters = [Letter(str(n), text, text) for n, text in enumerate(texts)]
    assert events_of(letters) == []
    assert len(events_of(letters, 1)) == len(texts)


def test_two_groups_on_one_matter_are_one_though_each_text_is_little_like_every_other():
    matrix = of(told())
    matters = [[n for n in range(24) if n % 4 == k] for k in range(4)]
    halves = [half for group in matters for half in (group[:3], group[3:])]
    assert as_sets(merged(matrix, halves, 0.6)) == as_sets(matters)
    assert as_sets(merged(matrix, [[0], [4], [1, 5]], 0.1)) == as_sets([[0], [4], [1, 5]])
