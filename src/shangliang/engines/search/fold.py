"""Folding: one written form for matching, character by character, so that places stay true.

Full width becomes half width, capitals small, traditional and compatibility forms simplified. A
character that would become two stays as it is: ``fold(text)[i]`` always stands for ``text[i]``.
The table of forms is made from OpenCC's character dictionary (Apache-2.0).
"""

import unicodedata
from functools import cache
from importlib.resources import files

BLANK = " "


@cache
def _simplified() -> dict[str, str]:
    traditional, simple = (
        (files(__package__) / "data" / "variants.txt").read_text(encoding="utf-8").split("\n")[:2]
    )
    return dict(zip(traditional, simple, strict=True))


def _one(char: str) -> str:
    """The folded form of one character, again one character."""
    if unicodedata.category(char) in ("Cc", "Cs", "Cf"):
        return BLANK  # NUL, half a surrogate pair, direction marks: nothing a database should meet
    plain = unicodedata.normalize("NFKC", char)
    plain = plain if len(plain) == 1 else char
    small = plain.lower()
    plain = small if len(small) == 1 else plain
    return _simplified().get(plain, plain)


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = folded = _one(chr(code))
        return folded


_TABLE = _Table({10: "\n"})


def fold(text: str) -> str:
    """``text`` in the form that is compared; as many characters as before."""
    return text.translate(_TABLE)
