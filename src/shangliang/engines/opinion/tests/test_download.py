"""A download proves its result, and a changed one is found out."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from shangliang.engines.opinion import Votes, packed, verify
from shangliang.engines.opinion.command import main
from shangliang.engines.opinion.files import Unreadable
from shangliang.engines.opinion.tests.synthetic import camps


def made(mode: str = "sound") -> tuple[bytes, dict[int, str]]:
    rows, label = camps(60, 20, 2, seed=1, common=3)
    groups = {p: "甲乙"[g] for p, g in enumerate(label.tolist())}
    more = {"groups": groups} if mode == "parity" else {}
    data = packed(
        Votes.of(rows), mode=mode, excluded=[19], meta=[18], words={0: "路灯要亮"}, **more
    )
    return data, groups


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w") as write:
        for file in read.namelist():
            text = read.read(file).decode()
            if file == name:
                assert old in text
                text = text.replace(old, new, 1)
            write.writestr(file, text)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["sound", "parity"])
def test_a_download_is_found_equal(
    tmp_path: Path, mode: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "round.zip"
    path.write_bytes(made(mode)[0])
    verdict = verify(path)
    assert verdict.equal, verdict.differences
    assert verdict.compared > 200
    assert main(["verify", str(path)]) == 0
    assert "一致" in capfd.readouterr().out
    with zipfile.ZipFile(path) as file:
        file.extractall(tmp_path / "open")
    assert verify(tmp_path / "open").equal


def test_a_changed_vote_and_a_changed_result_are_found(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data, _ = made()
    first = zipfile.ZipFile(io.BytesIO(data)).read("votes.csv").decode().splitlines()[1]
    other = first.rsplit(",", 1)[0] + (",-1" if first.endswith(",1") else ",1")
    result = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("result.json"))
    score = str(result["consensus"]["agree"][0]["score"])
    for name, old, new in (("votes.csv", first, other), ("result.json", score, "0.99")):
        path = tmp_path / "changed.zip"
        path.write_bytes(changed(data, name, old, new))
        assert not verify(path).equal
        assert main(["verify", str(path)]) == 1
        assert "不一致" in capfd.readouterr().out


def test_people_get_numbers_of_their_own_in_each_download() -> None:
    first, second = (
        zipfile.ZipFile(io.BytesIO(made()[0])).read("votes.csv").decode() for _ in range(2)
    )
    assert first != second
    assert "timestamp" not in first


@pytest.mark.parametrize("broken", [b"", b"PK nothing", b"x" * 100])
def test_what_is_no_download_is_told(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(broken)
    with pytest.raises(Unreadable, match="不是本系统发布的下载包"):
        verify(path)
    assert main(["verify", str(path)]) == 2


def test_a_torn_download_is_told(tmp_path: Path) -> None:
    data, _ = made()
    path = tmp_path / "x.zip"
    path.write_bytes(changed(data, "parameters.json", '"mode": "sound"', '"mode": "other"'))
    with pytest.raises(Unreadable, match="不完整或被改动过"):
        verify(path)
