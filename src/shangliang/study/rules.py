"""How contests and practice are counted: the figures of data/quiz.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Rules:
    """Points by kind; right answers that make a mistake good and the days between; seconds of grace."""

    points: dict[str, int]
    right_times: int
    again_after_days: int
    round: int
    grace: int
    named: int


@cache
def rules() -> Rules:
    with (Path(__file__).parent / "data" / "quiz.toml").open("rb") as file:
        found = tomllib.load(file)
    return Rules(found["points"], **found["practice"], **found["contest"])
