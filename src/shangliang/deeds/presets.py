"""Methods of points a committee can start from: the tables of docs/field.md 5.3, as data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ..engines.points import Table, read

FOLDER = Path(__file__).parent / "presets"
# In the order of docs/field.md 5.3.
KEYS = (
    "minhang", "jinan", "anqing", "tongcheng", "template_aa", "guangshui", "xuanwei", "shaoxing", "hongkou",
)  # fmt: skip


@cache
def load(key: str) -> dict[str, Any]:
    """The data of one; raises KeyError for an unknown name."""
    if key not in KEYS:
        raise KeyError(key)
    with (FOLDER / f"{key}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def every() -> dict[str, Table]:
    """All of them, read."""
    return {key: read(load(key)) for key in KEYS}
