"""资金规则 as data (presets/money.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).parent / "presets" / "money.toml"


@dataclass(frozen=True)
class MoneyRules:
    """``grace_days`` calendar days; ``slow_rate`` percent; ``reason_days`` working days."""

    grace_days: int
    slow_rate: int
    reason_days: int
    reasons: dict[str, str]


@cache
def rules() -> MoneyRules:
    """Read once; the file belongs to the release."""
    return MoneyRules(**tomllib.loads(PLACE.read_text(encoding="utf-8")))
