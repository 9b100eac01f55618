"""Sort and search keys of names: by stroke (姓氏笔画) and by pinyin."""

from pypinyin import Style, lazy_pinyin

from .strokes import stroke_order


def as_written(text: str) -> str:
    """Latin letters and digits in a name stay as they are."""
    return text


def keys_of(name: str) -> tuple[str, str, str]:
    """(stroke key, pinyin, initials) of a name.

    The stroke key has six digits a character (strokes, first stroke, radical), so that comparing
    strings compares names as an office does.
    """
    plain = name.strip()
    syllables = lazy_pinyin(plain, errors=as_written)
    initials = lazy_pinyin(plain, style=Style.FIRST_LETTER, errors=as_written)
    return (
        "".join(stroke_order(c) for c in plain[:30])[:160],
        "".join(syllables).lower()[:240],
        "".join(initials).lower()[:60],
    )
