"""The rules of voices (来声): limits, reasons, classes of firms' difficulties, levels. Read from presets.

A preset is dated data with its sources; a voice keeps the name of the preset it began with, and a
preset in use is never changed: another place or another year is another file.
"""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field

from ..rulebooks.body import ClockRule, Code, Part, Reason, Words

PRESETS = Path(__file__).parent / "presets"
DEFAULT = "national"


class Matter(Part):
    """A class of firms' difficulties with the words it is recognised by (a suggestion, no verdict)."""

    code: Code
    name: Words
    words: tuple[Words, ...] = ()


class Result(Part):
    """What a unit may answer a firm."""

    code: Code
    name: Words


class Recipient(Part):
    """To whom issues are usually sent."""

    name: Words
    level: Code


class VoiceRules(Part):
    """Everything about voices that differs by place."""

    name: Words
    clocks: dict[Code, ClockRule]
    roll: bool = True
    steps: dict[Code, bool] = Field(default_factory=dict)
    take_back_minutes: int = Field(ge=0, le=1440)
    words_advised: int = Field(ge=200, le=20000)
    similar_cases: int = Field(ge=2, le=50)
    small_group: int = Field(ge=2, le=50)
    source_months: int = Field(ge=1, le=120)
    joint_share: float = Field(gt=0, le=1)
    reasons: tuple[Reason, ...] = Field(min_length=1)
    matters: tuple[Matter, ...] = Field(min_length=1)
    results: tuple[Result, ...] = Field(min_length=1)
    levels: dict[Code, Words]
    recipients: tuple[Recipient, ...] = ()

    def reason(self, code: str) -> Reason | None:
        return next((r for r in self.reasons if r.code == code), None)

    def matter(self, code: str) -> Matter | None:
        return next((m for m in self.matters if m.code == code), None)

    def result(self, code: str) -> Result | None:
        return next((r for r in self.results if r.code == code), None)


@cache
def rules_of(name: str = DEFAULT) -> VoiceRules:
    """The preset of that name."""
    return VoiceRules.model_validate(
        tomllib.loads((PRESETS / f"{name}.toml").read_text(encoding="utf-8"))
    )
