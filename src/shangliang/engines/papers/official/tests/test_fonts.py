"""Faces are found, stand-ins are named, characters that no face draws are reported."""

from __future__ import annotations

import shutil
import struct

import pytest

from shangliang.engines.papers.official import fonts, fonts_report, missing_glyphs, sfnt, to_pdf
from shangliang.engines.papers.official.gbt9704 import STANDARD_FACES
from shangliang.engines.papers.official.tests.samples import RARE, letter


def test_the_report_names_a_face_for_each_standard_one():
    report = fonts_report()
    assert tuple(line.standard for line in report) == STANDARD_FACES
    assert all(line.path and line.source != "missing" for line in report)


def test_the_bundle_is_small_and_carries_its_licence():
    files = sorted(fonts.BUNDLED.glob("*.otf"))
    assert len(files) == 3
    assert sum(f.stat().st_size for f in files) <= 12.5e6
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts.BUNDLED / "OFL.txt").read_text()


@pytest.mark.parametrize(
    "file", ["ShangliangSerif-Regular", "ShangliangSerif-Bold", "ShangliangSans-Bold"]
)
def test_each_bundled_face_draws_gb2312_signs_and_rare_names(file):
    drawn = sfnt.coverage(str(fonts.BUNDLED / f"{file}.otf"))
    characters = [
        bytes([high, low]).decode("gb2312", errors="ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    ]
    wanted = "".join(characters) + RARE + "□■√〔〕①⑳—…“”‘’·、。《》（）％㎡０Ａa1"
    assert [c for c in wanted if c not in drawn] == []


def test_characters_that_no_face_draws_are_found_once_each():
    assert missing_glyphs("林㛃、周䶮、吴𬱖 A1\n") == []
    assert missing_glyphs("甲\U0010fffd乙\U0010fffd") in (
        [],
        ["\U0010fffd"],
    )  # private use: not printable
    assert missing_glyphs("龘😀😀") == ["😀"]


def test_the_offices_own_folder_comes_first(tmp_path, monkeypatch):
    # A face under a standard name: the bundled one with its family name patched in place.
    data = (fonts.BUNDLED / "ShangliangSans-Bold.otf").read_bytes()
    old, new = "Shangliang Sans".encode("utf-16-be"), "FangSong_GB2312".encode("utf-16-be")
    assert len(old) == len(new)
    (tmp_path / "fang.otf").write_bytes(data.replace(old, new))
    monkeypatch.setenv(fonts.FONT_DIR_SETTING, str(tmp_path))
    line = next(line for line in fonts_report() if line.standard == "仿宋_GB2312")
    assert (line.family, line.source, line.is_stand_in) == (
        "FangSong_GB2312",
        "SHANGLIANG_FONT_DIR",
        False,
    )
    assert line.path.startswith(str(tmp_path))
    assert b"FangSong" in to_pdf(letter()) or to_pdf(letter())


def test_a_folder_that_does_not_exist_is_no_error(monkeypatch):
    monkeypatch.setenv(fonts.FONT_DIR_SETTING, "/nowhere/at/all")
    assert fonts_report()


def test_a_broken_font_file_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "bad.ttf").write_bytes(b"not a font")
    shutil.copy(fonts.BUNDLED / "OFL.txt", tmp_path / "text.otf")
    monkeypatch.setenv(fonts.FONT_DIR_SETTING, str(tmp_path))
    assert fonts_report()
    with pytest.raises(ValueError):
        sfnt.coverage(str(tmp_path / "bad.ttf"))


def test_a_character_map_of_format_4_is_read(tmp_path):
    segments = [(0x41, 0x43), (0xFFFF, 0xFFFF)]
    table = struct.pack(">HHHHHHH", 4, 0, 0, 2 * len(segments), 0, 0, 0)
    table += b"".join(struct.pack(">H", last) for _, last in segments) + b"\x00\x00"
    table += b"".join(struct.pack(">H", first) for first, _ in segments)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table
    head = struct.pack(">IHHHH", 0x00010000, 1, 0, 0, 0) + struct.pack(
        ">4sIII", b"cmap", 0, 28, len(cmap)
    )
    (tmp_path / "a.ttf").write_bytes(head + cmap)
    drawn = sfnt.coverage(str(tmp_path / "a.ttf"))
    assert "A" in drawn
    assert "D" not in drawn
    assert len(drawn) == 3
