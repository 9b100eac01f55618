"""What an answer earns, and how boards place people and teams."""

from fractions import Fraction

import pytest

from shangliang.study.boards import Result, people_board, team_board
from shangliang.study.grading import bare, cleaned, earned, is_right


@pytest.mark.parametrize(
    ("kind", "answer", "given", "partial", "points"),
    [
        ("single", [1], [1], False, 5),
        ("single", [1], [0], False, 0),
        ("single", [1], [], False, 0),
        ("multiple", [0, 2], [2, 0], False, 5),
        ("multiple", [0, 2], [0], False, 0),
        ("multiple", [0, 2], [0], True, 2),
        ("multiple", [0, 2], [0, 1], True, 0),
        ("multiple", [0, 2], [0, 1, 2], True, 0),
        ("judge", [0], [0], False, 5),
        ("fill", ["四", "4"], [" ４ "], False, 5),
        ("fill", ["3.5"], ["35"], False, 0),
        ("fill", ["1,000"], ["1000"], False, 5),
        ("fill", ["协商"], ["“协商”"], False, 5),
    ],
)
def test_what_an_answer_earns(kind, answer, given, partial, points):
    assert earned(kind, answer, given, 5, partial) == points


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        ("single", ["1"], [1]),
        ("single", ["1", "2"], []),
        ("single", ["9"], []),
        ("multiple", ["2", "0", "2"], [0, 2]),
        ("multiple", ["x", "-1", "1"], [1]),
        ("judge", [1], [1]),
        ("fill", ["  词  "], ["词"]),
        ("fill", ["  "], []),
        ("single", {"a": 1}, []),
    ],
)
def test_what_cannot_be_an_answer_is_none(kind, given, kept):
    assert cleaned(kind, given, 3) == kept
    assert is_right(kind, [], []) is False


def test_ties_share_a_place_and_the_next_is_left_out():
    rows = [
        Result(1, "甲", None, 90, 100),
        Result(2, "乙", None, 90, 100),
        Result(3, "丙", None, 90, 120),
        Result(4, "丁", None, 95, 900),
    ]
    assert [(r.rank, r.name, r.shared) for r in people_board(rows)] == [
        (1, "丁", False), (2, "乙", True), (2, "甲", True), (4, "丙", False)
    ]  # fmt: skip


def test_a_large_team_gains_nothing_by_size_and_a_small_one_is_filled_with_nought():
    big = [Result(n, "", 1, 90 if n < 3 else 10, 60) for n in range(30)]
    small = [Result(100, "", 2, 100, 60), Result(101, "", 2, 100, 60)]
    board = team_board([*big, *small], {1: "大", 2: "小"}, 3)
    assert [(r.name, r.score) for r in board] == [("大", Fraction(90)), ("小", Fraction(200, 3))]
    assert board[1].shown == "66.67"


def test_teams_with_equal_scores_and_times_are_equal():
    rows = [Result(1, "", 1, 50, 30), Result(2, "", 2, 50, 30)]
    assert [r.rank for r in team_board(rows, {1: "甲", 2: "乙"}, 1)] == [1, 1]


def test_bare_words_forget_punctuation():
    assert bare("《协商》，ＡＢ") == "协商ab"
