"""督办规则 as data: lamps, days to sign, levels of urging, reasons for delay (presets/rules.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).parent / "presets" / "rules.toml"


@dataclass(frozen=True)
class Lamps:
    """One way of judging. ``near`` in working days; ``behind``, ``serious`` in percentage points."""

    key: str
    title: str
    source: str
    near: int
    behind: int
    serious: int
    book: int | None = None  # the rulebook that chose it; None for a bare preset


@dataclass(frozen=True)
class Level:
    """One step of urging: who is told, and after how many working days late it is reached."""

    level: int
    label: str
    to: str  # unit | head | leader
    overdue: int


@dataclass(frozen=True)
class Rules:
    """The published rules of supervision."""

    accept_days: int
    levels: tuple[Level, ...]
    delays: dict[str, str]
    lamps: dict[str, Lamps]


@cache
def rules() -> Rules:
    """Read once; the file belongs to the release."""
    data = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    return Rules(
        accept_days=data["accept_days"],
        levels=tuple(Level(**row) for row in data["levels"]),
        delays=data["delays"],
        lamps={key: Lamps(key=key, **row) for key, row in data["lamps"].items()},
    )
