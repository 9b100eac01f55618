"""Sort and search keys of names: by stroke (姓氏笔画) and by pinyin."""

from pypinyin import Style, lazy_pinyin

from .strokes import stroke_order

# Characters read differently as surnames. Bodies have longer names, so four characters are a person.
SURNAME_READING = {
    "单": "shan", "曾": "zeng", "区": "ou", "仇": "qiu", "解": "xie", "查": "zha", "盖": "ge", "朴": "piao",
    "乐": "yue", "任": "ren", "华": "hua", "翟": "zhai", "覃": "qin", "缪": "miao", "乜": "nie", "繁": "po",
    "尉迟": "yuchi", "万俟": "moqi", "长孙": "zhangsun", "单于": "chanyu", "澹台": "tantai", "令狐": "linghu",
}  # fmt: skip
LONGEST_PERSON = 4


def as_written(text: str) -> str:
    """Latin letters and digits in a name stay as they are."""
    return text


def syllables_of(name: str) -> list[str]:
    """Pinyin of a name, its surname read as a surname."""
    found = lazy_pinyin(name, errors=as_written)
    if len(name) > LONGEST_PERSON or len(found) != len(name):
        return found
    for size in (2, 1):
        if reading := SURNAME_READING.get(name[:size]):
            initial = lazy_pinyin(name[:size], style=Style.NORMAL)
            return (
                [reading, *found[size:]] if size == 1 else [*_halves(reading, initial), *found[2:]]
            )
    return found


def _halves(reading: str, plain: list[str]) -> list[str]:
    """A compound surname's reading in two syllables, cut where its second one begins."""
    at = reading.rfind(plain[1]) if plain[1] in reading else len(reading) - 2
    return [reading[:at], reading[at:]]


def keys_of(name: str) -> tuple[str, str, str]:
    """(stroke key, pinyin, initials) of a name.

    The stroke key has six digits a character (strokes, first stroke, radical), so that comparing
    strings compares names as an office does.
    """
    plain = name.strip()
    syllables = syllables_of(plain)
    return (
        "".join(stroke_order(c) for c in plain[:30])[:160],
        "".join(syllables).lower()[:240],
        "".join(s[:1] for s in syllables).lower()[:60],
    )
