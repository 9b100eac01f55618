"""The command: a file of votes in, the published keys out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from shangliang.engines.opinion.command import main
from shangliang.engines.opinion.tests.synthetic import camps

KEYS = [
    "participants",
    "statements",
    "groups",
    "positions",
    "consensus",
    "divisive",
    "representative",
    "group_aware_consensus",
    "priorities",
    "notes",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows, _ = camps(60, 20, 2, seed=1, common=3)
    path = tmp_path / "votes.csv"
    lines = [f"{p},{s},{v},{t}" for p, s, v, t in rows]
    path.write_text("\n".join(["participant,statement,vote,timestamp_ms", *lines]) + "\n")
    return path


def answered(tmp_path: Path, *words: str) -> dict[str, Any]:
    out = tmp_path / "out.json"
    assert main([*words, "--json", str(out)]) == 0
    return json.loads(out.read_text("utf-8"))


@pytest.mark.parametrize("mode", ["sound", "parity"])
def test_the_keys_are_those_published(file: Path, tmp_path: Path, mode: str) -> None:
    data = answered(tmp_path, str(file), "--mode", mode)
    assert list(data) == KEYS
    assert data["participants"] == 60
    assert data["statements"] == 20
    assert list(data["groups"][0]) == ["id", "members", "stability"]
    assert list(data["consensus"]) == ["agree", "disagree"]
    assert {"statement", "score", "low", "high"} <= set(data["consensus"]["agree"][0])
    assert {"statement", "direction"} <= set(data["representative"]["0"][0])
    assert len(data["positions"]["0"]) == 2
    for points in data["consensus"].values():
        assert all(0 <= p["low"] <= p["high"] <= 1 for p in points)


def test_participants_groups_and_comments_are_heeded(file: Path, tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text("0\n1\n2\n3\n4\n5\n6\n7\n")
    (tmp_path / "groups.csv").write_text(
        "participant,group\n0,5\n1,5\n2,6\n3,6\n4,\n99,6\n", encoding="utf-8"
    )
    (tmp_path / "comments.csv").write_text(
        "statement,author,moderated,is_meta\n0,1,-1,False\n1,1,1,True\n2,1,1,False\n40,1,0,\n"
    )
    for mode in ("sound", "parity"):
        data = answered(
            tmp_path,
            str(file),
            "--mode",
            mode,
            "--participants",
            str(tmp_path / "people.txt"),
            "--groups",
            str(tmp_path / "groups.csv"),
            "--comments",
            str(tmp_path / "comments.csv"),
        )
        assert [(g["id"], g["members"]) for g in data["groups"]] == [(5, [0, 1]), (6, [2, 3])]
        listed = {p["statement"] for p in data["consensus"]["agree"]}
        assert not listed & {0, 1}
        assert any("没有投票记录" in note for note in data["notes"])
        assert any("还没有人投票" in note for note in data["notes"])


def test_without_json_people_read_a_page(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(file)]) == 0
    said = capfd.readouterr().out
    assert "60 人，20 条观点" in said
    assert "多数赞成" in said


def test_an_unwritable_place_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--json", "/nowhere/out.json"]) == 2
    assert "写不进" in capsys.readouterr().err
