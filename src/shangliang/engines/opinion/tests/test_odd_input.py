"""Odd votes get a defined answer, a note in words, no exception and no NaN."""

from __future__ import annotations

import gzip
import json
import warnings
from pathlib import Path

import pytest

from shangliang.engines.opinion import NotAVote, Votes, analyse
from shangliang.engines.opinion.command import main
from shangliang.engines.opinion.files import Unreadable, read_votes

ODD = {
    "nobody": ([], "没有可用的投票"),
    "one participant": ([(1, s, 1) for s in range(10)], "只有 1 人"),
    "one statement": ([(p, 1, 1 if p % 3 else -1) for p in range(30)], "只有 1 条观点"),
    "one vote": ([(1, 1, 1)], "只有 1 人"),
    "all pass": ([(p, s, 0) for p in range(20) for s in range(10)], "都是略过"),
    "all agree": ([(p, s, 1) for p in range(20) for s in range(10)], "都是赞成"),
    "all disagree": ([(p, s, -1) for p in range(20) for s in range(10)], "都是不赞成"),
    "two against each other": ([(0, 0, 1), (1, 0, -1), (0, 1, -1), (1, 1, 1)], "一个整体"),
    "two statements": ([(p, s, 1 if (p + s) % 2 else -1) for p in range(20) for s in (0, 1)], ""),
    "nobody shares a statement": ([(p, p, 1) for p in range(40)], "一个整体"),
    "two hard camps": (
        [(p, s, 1 if p % 2 == s % 2 else -1) for p in range(20) for s in range(10)],
        "",
    ),
}


@pytest.mark.parametrize("mode", ["sound", "parity"])
@pytest.mark.parametrize("case", ODD)
def test_odd_votes_have_an_answer_without_nan(case: str, mode: str) -> None:
    rows, _ = ODD[case]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for more in (
            {},
            {"participants": [0, 1, 77]},
            {"participants": []},
            {"groups": {0: "a", 1: "b", 77: "c"}},
            {"groups": {}},
            {"excluded": range(40)},
        ):
            opinion = analyse(Votes.of(rows), mode=mode, **more)
            json.dumps(opinion.as_json(), allow_nan=False)
            assert set(opinion.positions) == {p for p, _, _ in rows}


@pytest.mark.parametrize("case", [c for c, (_, note) in ODD.items() if note])
def test_odd_votes_are_explained(case: str) -> None:
    rows, note = ODD[case]
    assert any(note in said for said in analyse(Votes.of(rows)).notes)
    if note != "一个整体":  # how many groups there are is not asked of the published statistics
        assert any(note in said for said in analyse(Votes.of(rows), mode="parity").notes)


def test_all_agree_is_agreement_on_each_and_one_group() -> None:
    opinion = analyse(Votes.of(ODD["all agree"][0]))
    assert len(opinion.consensus_agree) == 10
    assert opinion.groups == ()
    assert opinion.divisive == ()


def test_the_last_vote_of_a_cell_counts_by_time_not_by_row() -> None:
    votes = Votes.of([("a", 1, 1, 300), ("a", 1, -1, 200), ("b", 1, 0, 100), ("b", 1, 1, 150)])
    assert votes.value.tolist() == [1, 1]
    assert votes.revotes == 2
    assert any("2 次改投" in note for note in analyse(votes).notes)


def test_rows_of_one_moment_count_as_they_stand() -> None:
    assert Votes.of([("a", 1, 1, 5), ("a", 1, -1, 5)]).value.tolist() == [-1]
    assert Votes.of([("a", 1, 1), ("a", 1, 0)]).value.tolist() == [0]


def test_what_is_no_vote_is_refused_with_its_row() -> None:
    with pytest.raises(NotAVote, match="第2行.*5"):
        Votes.of([("a", 1, 1), ("a", 2, 5)])


def write(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


HEAD = "participant,statement,vote,timestamp_ms\n"


def test_string_ids_gaps_and_unknown_columns_are_read(tmp_path: Path) -> None:
    text = (
        "extra,statement,participant,vote,timestamp_ms,colour\n"
        "x,S-9,甲,1,10,red\n"
        "x,S-9,乙,-1,11,\n"
        "\n"
        "x,S-10,甲,0,12\n"
        "x,,乙,1,13,\n"
        "x,S-10,乙,maybe,14,\n"
        "x,S-10,乙,,15,\n"
        "x,S-10,乙,赞成,not a time,\n"
    )
    votes = read_votes(write(tmp_path / "v.csv.gz", text))
    assert list(votes.people) == ["乙", "甲"]
    assert list(votes.statements) == ["S-10", "S-9"]
    assert votes.value.tolist() == [1, -1, 0, 1]
    told = " ".join(votes.notes)
    assert "extra、colour" in told
    assert "3 行" in told
    assert "第6行" in told
    assert "时间认不出" in told


def test_numbers_stay_numbers_and_zeros_in_front_stay(tmp_path: Path) -> None:
    plain = read_votes(write(tmp_path / "a.csv", HEAD + "10,2,1,5\n9,2,-1,6\n"))
    assert list(plain.people) == [9, 10]
    zeros = read_votes(write(tmp_path / "b.csv", HEAD + "007,2,1,5\n7,2,-1,6\n"))
    assert list(zeros.people) == ["007", "7"]
    mixed = read_votes(write(tmp_path / "c.csv", HEAD + "7,2,1,5\nx,2,-1,6\n"))
    assert list(mixed.people) == ["7", "x"]


def test_the_quick_and_the_careful_reader_read_the_same(tmp_path: Path) -> None:
    body = "".join(f"{p},{s},{(p * s) % 3 - 1},{p + s}\n" for p in range(30) for s in range(9))
    quick = read_votes(write(tmp_path / "q.csv", HEAD + body))
    careful = read_votes(write(tmp_path / "c.csv", HEAD + body.replace("\n", " \n")))
    assert list(quick.people) == list(careful.people)
    assert quick.value.tolist() == careful.value.tolist()
    assert quick.column.tolist() == careful.column.tolist()
    assert read_votes(write(tmp_path / "w.csv", (HEAD + body).replace("\n", "\r\n"))).cells == 270


@pytest.mark.parametrize(
    "text, said",
    [
        ("", "缺少列"),
        ("a,b,c\n1,2,3\n", "缺少列 participant、statement、vote"),
        ("participant,statement\n1,2\n", "缺少列 vote"),
    ],
)
def test_a_file_without_the_columns_is_refused_in_words(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(Unreadable, match=said):
        read_votes(write(tmp_path / "v.csv", text))


def test_a_torn_or_missing_file_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = tmp_path / "v.csv.gz"
    torn.write_bytes(gzip.compress(HEAD.encode() * 200)[:60])
    assert main([str(torn)]) == 2
    assert "压缩文件不完整或已损坏" in capsys.readouterr().err
    assert main([str(tmp_path / "absent.csv")]) == 2
    assert "没有这个文件" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "这是文件夹" in capsys.readouterr().err


def test_a_file_with_a_head_alone_has_an_answer(tmp_path: Path) -> None:
    out = tmp_path / "o.json"
    assert main([str(write(tmp_path / "v.csv", HEAD)), "--json", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["participants"] == 0
