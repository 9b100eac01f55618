"""The hand-written texts, and how they vary from one use to the next."""

import random
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

CLASSES = ("economy", "politics", "culture", "society", "ecology")
# Figures that count things vary together by one factor; years, dates and shares stay.
COUNTED = re.compile(
    r"(?<![\d.,第])(\d{2,4})(?=(?:多|余)?(?:台|户|家|人|份|处|名|件|条次|辆|亩|间|栋|株|公里|万元))"
)


@dataclass(frozen=True)
class Ask:
    """One ask of a text, with three ways a unit may answer it and an effect to measure."""

    text: str
    short: str
    unit: str
    answers: dict[str, str]
    effect: dict[str, str]


@dataclass(frozen=True)
class Text:
    """One proposal's words."""

    key: str
    class_code: str
    title: str
    situation: str
    analysis: str
    asks: tuple[Ask, ...]
    level: str = "both"
    weak: str = ""
    like: str = ""
    refuse: str = ""
    turn: str = ""
    topics: tuple[str, ...] = field(default=())


def load(name: str) -> dict[str, Any]:
    """One data file of demo/texts."""
    path = files("shangliang.demo") / "texts" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def corpus() -> tuple[Text, ...]:
    """Every text of the five classes."""
    found = []
    for code in CLASSES:
        for row in load(code)["proposal"]:
            asks = tuple(
                Ask(
                    a["text"],
                    a.get("short", a["text"][:20]),
                    a["unit"],
                    {g: a.get(f"answer_{g.lower()}", "") for g in "ABC"},
                    a.get("effect", {}),
                )
                for a in row.get("ask", ())
            )
            found.append(
                Text(
                    row["key"],
                    code,
                    row["title"],
                    row["situation"].strip(),
                    row.get("analysis", "").strip(),
                    asks,
                    row.get("level", "both"),
                    row.get("weak", ""),
                    row.get("like", ""),
                    row.get("refuse", ""),
                    row.get("turn", ""),
                    tuple(row.get("topics", ())),
                )
            )
    return tuple(found)


@dataclass(frozen=True)
class Voice:
    """One use of a text: its place and its factor, so that its figures agree with each other."""

    text: Text
    place: str
    factor: float
    asks: tuple[Ask, ...]
    titled: bool

    def say(self, words: str, **more: str) -> str:
        """The words with place, dates and figures of this use."""
        filled = words.replace("{place}", self.place)
        for key, value in more.items():
            filled = filled.replace("{" + key + "}", value)
        return COUNTED.sub(lambda m: str(max(10, round(int(m.group(1)) * self.factor))), filled)

    @property
    def title(self) -> str:
        """关于… with the place named where the same matter is raised for different places."""
        title = self.say(self.text.title)
        if self.titled and self.place not in title and title.startswith("关于"):
            return f"关于{self.place}{title.removeprefix('关于')}"[:120]
        return title


def voice(text: Text, place: str, rng: random.Random, titled: bool) -> Voice:
    """Vary one text: place, figures, and which of the asks are raised."""
    asks = list(text.asks)
    if len(asks) > 2 and rng.random() < 0.45:
        asks.pop(rng.randrange(len(asks)))
    return Voice(
        text, place, rng.choice((0.62, 0.75, 0.85, 1, 1, 1.15, 1.3, 1.6)), tuple(asks), titled
    )
