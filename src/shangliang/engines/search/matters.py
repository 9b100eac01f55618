"""Which matters a text is about, by words that speak for them: for an office without a past."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .fold import fold


@dataclass(frozen=True)
class Matter:
    """A field of life with its words, and stems of units and classes that answer for it."""

    key: str
    name: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True)
class About:
    """A text is about a matter: how much of what it says of matters, and by which of its words."""

    matter: Matter
    share: float
    words: tuple[str, ...]


@cache
def matters() -> tuple[Matter, ...]:
    raw = tomllib.loads((files(__package__) / "data" / "matters.toml").read_text(encoding="utf-8"))
    return tuple(
        Matter(k, v["name"], tuple(v["words"].split()), tuple(v["units"]), tuple(v["classes"]))
        for k, v in raw.items()
    )


def about(title: str, body: str, most: int = 3) -> list[About]:
    """The likeliest matters. Words of the title weigh threefold; empty when none is met."""
    head, text = fold(title), fold(body)
    found: list[tuple[float, Matter, tuple[str, ...]]] = []
    for matter in matters():
        met = [w for w in matter.words if w in head or w in text]
        worth = sum(len(w) ** 0.5 * (3 * (w in head) + min(text.count(w), 4) ** 0.5) for w in met)
        if met:
            met.sort(key=lambda w: (w not in head, -text.count(w), w))
            found.append((worth, matter, tuple(met[:4])))
    total = sum(w for w, _, _ in found) or 1.0
    found.sort(key=lambda x: (-x[0], x[1].key))
    return [About(m, round(w / total, 3), words) for w, m, words in found[:most]]
