"""The ledgers an office keeps, as data: fields, steps, rules, each with its source."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WHO = {
    "office": "专委会或督办机构",
    "unit": "本县或责任单位",
    "both": "专委会、督办机构、本县或责任单位",
    "other": "对方县",
}


@dataclass(frozen=True)
class Field:
    """One thing to say of a row. ``least`` and ``most`` bound a number."""

    code: str
    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    required: bool = False
    least: float | None = None
    most: float | None = None
    help: str = ""


@dataclass(frozen=True)
class Step:
    """Where a row stands, from where it comes there, by whom."""

    code: str
    label: str
    source: tuple[str, ...] = ()
    who: str = "both"
    other_person: bool = False  # not by whoever entered the row
    needs: tuple[str, ...] = ()  # fields that must be said before
    shown: bool = False  # members see it too
    ends: bool = False  # counts no longer


@dataclass(frozen=True)
class Limit:
    """How many rows may have one choice, in a county or in all."""

    field: str
    value: str
    words: str
    least: int = 0
    most: int | None = None
    whole: bool = False


@dataclass(frozen=True)
class Ledger:
    """One register: what its rows are called and what stands on them."""

    code: str
    name: str
    source: str
    title: str
    note: str
    digest: str
    fields: tuple[Field, ...]
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...] = ()
    region: bool = False
    each_region: bool = False
    owner: bool = False
    other: str = ""
    about: str = ""
    group: str = ""
    target: str = ""

    @property
    def first(self) -> Step:
        return self.steps[0]

    def step(self, code: str) -> Step:
        """A step by its code; an old code shows itself."""
        return next((s for s in self.steps if s.code == code), Step(code, code))

    def field(self, code: str) -> Field | None:
        return next((f for f in self.fields if f.code == code), None)

    @property
    def live(self) -> list[str]:
        """Steps that count."""
        return [s.code for s in self.steps if not s.ends]

    @property
    def shown(self) -> list[str]:
        """Steps members see."""
        return [s.code for s in self.steps if s.shown]


def made(row: dict[str, Any]) -> Ledger:
    """One table of the file; an unknown key is an error, so that a slip of the pen is seen."""
    data = dict(row)
    found = tuple(Field(**{**f, "choices": tuple(f.get("choices", ()))}) for f in data.pop("field"))
    steps = []
    for raw in data.pop("step"):
        said = dict(raw)
        steps.append(
            Step(source=tuple(said.pop("from", ())), needs=tuple(said.pop("needs", "").split()), **said)
        )  # fmt: skip
    limits = []
    for raw in data.pop("limit", ()):
        said = dict(raw)
        limits.append(Limit(whole=said.pop("scope", "") == "all", **said))
    return Ledger(fields=found, steps=tuple(steps), limits=tuple(limits), **data)


@cache
def ledgers() -> dict[str, Ledger]:
    """All ledgers by code, in the order of the file."""
    text = files("shangliang.yardsticks").joinpath("presets/ledgers.toml").read_text("utf-8")
    return {row["code"]: made(row) for row in tomllib.loads(text)["ledger"]}
