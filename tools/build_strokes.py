"""Builds actors/data/strokes.bin from the Unicode Han Database (Debian package unicode-data).

Usage: python tools/build_strokes.py /usr/share/unicode/Unihan_IRGSources.txt.bz2
Each character of U+3400..U+9FFF and U+20000..U+323AF has two bytes: total strokes (kTotalStrokes,
the mainland count first) and Kangxi radical (kRSUnicode); zero where unknown. Zlib-packed.
"""

import bz2
import sys
import zlib
from pathlib import Path

RANGES = [(0x3400, 0x9FFF), (0x20000, 0x323AF)]
TARGET = Path(__file__).parent.parent / "src/shangliang/actors/data/strokes.bin"


def main(source: str) -> None:
    """Read the database and write the packed table."""
    strokes: dict[int, int] = {}
    radicals: dict[int, int] = {}
    with bz2.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("U+"):
                continue
            code, field, value = line.rstrip("\n").split("\t")
            if field == "kTotalStrokes":
                strokes[int(code[2:], 16)] = int(value.split()[0])
            elif field == "kRSUnicode":
                radicals[int(code[2:], 16)] = int(value.split()[0].split(".")[0].rstrip("'"))
    table = bytearray()
    for first, last in RANGES:
        for code in range(first, last + 1):
            table += bytes((strokes.get(code, 0), radicals.get(code, 0)))
    TARGET.write_bytes(zlib.compress(bytes(table), 9))


if __name__ == "__main__":
    main(sys.argv[1])
