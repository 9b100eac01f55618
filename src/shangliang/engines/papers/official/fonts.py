"""Which face stands in for each standard face, and which characters no face can draw.

The standard's faces (方正小标宋简体, 仿宋_GB2312, 楷体_GB2312, 黑体, 宋体) are proprietary and are not
shipped. They are looked for in the folder named by ``SHANGLIANG_FONT_DIR``, then among the
machine's fonts; where they are missing, the bundled faces stand in, the same on every machine. A
full Noto on the machine lends only characters that the bundled cut lacks.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from . import gbt9704
from .sfnt import coverage

FONT_DIR_SETTING = "SHANGLIANG_FONT_DIR"
BUNDLED = Path(__file__).parent.parent / "fonts"

# Role in the templates, the standard's name, names the same design goes by, the bundled stand-in.
_ROLES: tuple[tuple[str, str, tuple[str, ...], str, int], ...] = (
    (
        "song_title",
        gbt9704.SONG_TITLE,
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK"),
        "Shangliang Serif",
        700,
    ),
    (
        "fangsong",
        gbt9704.FANGSONG,
        (
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "方正仿宋_GBK",
            "FZFangSong-Z02",
            "STFangsong",
        ),
        "Shangliang Serif",
        400,
    ),
    (
        "kaiti",
        gbt9704.KAITI,
        ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03", "STKaiti"),
        "Shangliang Serif",
        400,
    ),
    (
        "heiti",
        gbt9704.HEITI,
        ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "STHeiti"),
        "Shangliang Sans",
        700,
    ),
    (
        "songti",
        gbt9704.SONGTI,
        ("宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01", "STSong"),
        "Shangliang Serif",
        400,
    ),
)
_LENDERS = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "Source Han Sans SC")


@dataclass(frozen=True)
class FaceInUse:
    """One line of the health page."""

    standard: str  # the face the standard asks for
    family: str  # the face that is used
    path: str
    source: str  # "SHANGLIANG_FONT_DIR", "system" or "bundled"

    @property
    def is_stand_in(self) -> bool:
        """Whether another design is printed than the standard asks for."""
        return self.source == "bundled"


@dataclass(frozen=True)
class _Faces:
    fonts: typst.Fonts
    by_family: dict[str, list[typst.FontInfo]]
    own_dir: str


def _load() -> _Faces:
    return _load_from(os.environ.get(FONT_DIR_SETTING, ""))


@lru_cache(maxsize=4)
def _load_from(own_dir: str) -> _Faces:
    folders = [str(BUNDLED)]
    if own_dir and Path(own_dir).is_dir():
        folders.insert(0, own_dir)
    fonts = typst.Fonts(
        include_system_fonts=True, include_embedded_fonts=False, font_paths=list(folders)
    )
    by_family: dict[str, list[typst.FontInfo]] = {}
    for font in fonts.fonts():
        by_family.setdefault(font.family.casefold(), []).append(font)
    return _Faces(fonts, by_family, own_dir)


def faces() -> typst.Fonts:
    """All faces found, read once for each value of the setting."""
    return _load().fonts


def families() -> dict[str, list[str]]:
    """For each role of the templates the families to try, first to last."""
    found = _load()
    lenders = [name for name in _LENDERS if name.casefold() in found.by_family]
    chain = {}
    for role, _, names, stand_in, _ in _ROLES:
        real = next((n for n in names if n.casefold() in found.by_family), None)
        tail = [stand_in, "Shangliang Serif", *lenders]
        chain[role] = list(dict.fromkeys([real, *tail] if real else tail))
    return chain


def fonts_report() -> list[FaceInUse]:
    """Which face stands in for each standard face, and where it was found."""
    found = _load()
    report = []
    for role, standard, _, _, weight in _ROLES:
        family = families()[role][0]
        variants = found.by_family.get(family.casefold(), [])
        best = min(variants, key=lambda f: abs(f.weight - weight), default=None)
        path = (best.path or "") if best else ""
        report.append(FaceInUse(standard, family, path, _source(path, found.own_dir)))
    return report


def _source(path: str, own_dir: str) -> str:
    if own_dir and path and Path(path).is_relative_to(own_dir):
        return FONT_DIR_SETTING
    if path and Path(path).is_relative_to(BUNDLED):
        return "bundled"
    return "system" if path else "missing"


def missing_glyphs(text: str) -> list[str]:
    """Characters of the text that no face in use can draw, each once, in order of appearance.

    The body's chain of faces is asked: headings fall back to it.
    """
    found = _load()
    chain = [f for name in families()["fangsong"] for f in found.by_family.get(name.casefold(), [])]
    missing = []
    for character in dict.fromkeys(text):
        if character.isspace() or not character.isprintable():
            continue
        if not any(f.path and character in coverage(f.path, f.index) for f in chain):
            missing.append(character)
    return missing
