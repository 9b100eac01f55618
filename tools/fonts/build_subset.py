"""Build the bundled Chinese faces from Noto CJK. Run by a developer, never at run time.

Needs, on a Debian machine: ``fonts-noto-cjk`` (the faces, SIL OFL 1.1), ``unicode-data``
(Unihan, for the 8,105 characters of the 通用规范汉字表) and ``fonttools`` in any environment:

    python tools/fonts/build_subset.py

The faces are cut to the characters an office writes and renamed, so that a reader of the health
page can tell the cut from a full Noto installed on the machine. The OFL has no reserved name
here, but its text travels with the files (``OFL.txt``).
"""

from __future__ import annotations

import bz2
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

NOTO = Path("/usr/share/fonts/opentype/noto")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
TARGET = Path(__file__).parents[2] / "src/shangliang/engines/papers/fonts"

# family in the collection, file, our family, our style, last number of the 通用规范汉字表 kept.
# The body face carries the whole table; headings fall back to it for the third, rarest grade,
# which keeps the wheel small.
FACES = [
    ("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc", "Shangliang Serif", "Regular", 8105),
    ("Noto Serif CJK SC", "NotoSerifCJK-Bold.ttc", "Shangliang Serif", "Bold", 6500),
    ("Noto Sans CJK SC", "NotoSansCJK-Bold.ttc", "Shangliang Sans", "Bold", 6500),
]

# Punctuation, forms and signs met in official documents beside the characters themselves.
RANGES = [
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x0391, 0x03C9),
    (0x2010, 0x2026),
    (0x2030, 0x203B),
    (0x2070, 0x208E),
    (0x2100, 0x214F),
    (0x2150, 0x217F),
    (0x2190, 0x2199),
    (0x2200, 0x22A5),
    (0x2460, 0x249B),
    (0x2500, 0x257F),
    (0x25A0, 0x25CF),
    (0x2605, 0x2606),
    (0x3000, 0x303F),
    (0x3200, 0x32FF),
    (0x3380, 0x33DF),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFFEE),
]
RARE_IN_NAMES = "㛃䶮𬱖"


def wanted(last_number: int) -> set[int]:
    """Code points to keep: GB 2312, the 通用规范汉字表 up to a number, signs, rare name characters."""
    points = {p for first, last in RANGES for p in range(first, last + 1)}
    points |= {ord(c) for c in RARE_IN_NAMES}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                points.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as unihan:
        for line in unihan:
            if "\tkTGH\t" not in line:
                continue
            point, _, place = line.strip().split("\t")  # U+4E00  kTGH  2013:1
            if int(place.split(":")[1]) <= last_number:
                points.add(int(point[2:], 16))
    return points


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the cut its own name; copyright, trademark and licence records stay."""
    table = font["name"]
    plain = family.replace(" ", "")
    for record in list(table.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22):
            table.removeNames(nameID=record.nameID)
    for name_id, text in {
        1: family,
        2: style,
        3: f"{plain}-{style}",
        4: f"{family} {style}",
        6: f"{plain}-{style}",
    }.items():
        table.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [f"{plain}-{style}"]
        top[0].FamilyName, top[0].FullName = family, f"{family} {style}"


def main() -> None:
    options = subset.Options(
        layout_features=["ccmp", "locl", "halt", "palt", "vert", "kern"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        hinting=False,
        desubroutinize=False,
        notdef_outline=True,
        drop_tables=["BASE", "VORG", "vhea", "vmtx", "DSIG"],
    )
    for family, file, ours, style, last_number in FACES:
        fonts = TTCollection(NOTO / file).fonts
        font = next(f for f in fonts if f["name"].getDebugName(1) == family)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=wanted(last_number))
        cutter.subset(font)
        rename(font, ours, style)
        path = TARGET / f"{ours.replace(' ', '')}-{style}.otf"
        font.save(path)
        size = path.stat().st_size
        sys.stdout.write(f"{path.name}: {len(font.getBestCmap())} characters, {size:,} bytes\n")


if __name__ == "__main__":
    main()
