"""Which matters a text is about, by words that speak for them: for an office without a past."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log1p

from .fold import fold

LEAST = 0.3  # of what a text says of fields, so much must be of one for it to be of that field
NONE = "none"


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


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """The words by their first two characters."""
    found: dict[str, list[str]] = {}
    for word in sorted({w for matter in matters() for w in matter.words}):
        found.setdefault(word[:2], []).append(word)
    return {k: tuple(v) for k, v in found.items()}


def met_in(folded: str) -> Counter[str]:
    """The words of all matters that a folded text says, with how often."""
    beginnings = _beginnings()
    found: Counter[str] = Counter()
    for at in range(len(folded) - 1):
        for word in beginnings.get(folded[at : at + 2], ()):
            if folded.startswith(word, at):
                found[word] += 1
    return found


def about(title: str, body: str, most: int = 3) -> list[About]:
    """The likeliest matters. Words of the title weigh threefold; empty when none is met."""
    head, text = met_in(fold(title)), met_in(fold(body))
    found: list[tuple[float, Matter, tuple[str, ...]]] = []
    for matter in matters():
        met = [w for w in matter.words if w in head or w in text]
        worth = sum(len(w) ** 0.5 * (3 * (w in head) + min(text[w], 4) ** 0.5) for w in met)
        if met:
            met.sort(key=lambda w: (w not in head, -text[w], w))
            found.append((worth, matter, tuple(met[:4])))
    total = sum(w for w, _, _ in found) or 1.0
    found.sort(key=lambda x: (-x[0], x[1].key))
    return [About(m, round(w / total, 3), words) for w, m, words in found[:most]]


def answering(name: str) -> list[bool]:
    """Which of the matters a unit or class of this name answers for."""
    said = name.replace("人民政府", "")  # where 民政 stands by chance
    return [bool(said) and any(u in said or said in u for u in m.units) for m in matters()]


def shares(head: str, text: str) -> list[float]:
    """How much the beginning of a text says of each matter, then how much the whole of it does: a
    vector of length one, or nothing at all."""
    out = []
    for part, once in ((head, True), (text, False)):
        met = met_in(fold(part))
        for matter in matters():
            said = (len(w) ** 0.5 * (1 if once else min(met[w], 4) ** 0.5) for w in matter.words if w in met)  # fmt: skip
            out.append(log1p(sum(said)))
    size = sum(v * v for v in out) ** 0.5
    return [v / max(size, 1.0) for v in out]


def field_of(title: str, body: str) -> str:
    """The key of the matter a text belongs to; ``none`` where no word is met or none stands out."""
    first = about(title, body, 1)
    return first[0].matter.key if first and first[0].share >= LEAST else NONE
