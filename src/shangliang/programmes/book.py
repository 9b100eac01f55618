"""The kinds of programme (专项的种类), as data: sheets, their fields, steps and demands, each with its source.

A kind's sheet says what a row is, what is asked of it and through which steps it goes. Fields and
steps are those of the ledgers (yardsticks.ledgers.book).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..yardsticks.ledgers.book import Field, Step


@dataclass(frozen=True)
class Demand:
    """A step asks that a field say this; ``words`` are what a refusal says."""

    step: str
    field: str
    value: str
    words: str


@dataclass(frozen=True)
class Sheet:
    """One list inside a programme. ``partner``: each row is of a partner. ``own``: members enter their
    own, and others see a row only from a step that is ``shown``. ``private``: amounts the office and
    whoever entered them see, everybody else only added up."""

    code: str
    name: str
    row: str
    digest: str
    fields: tuple[Field, ...] = ()
    steps: tuple[Step, ...] = ()
    demands: tuple[Demand, ...] = ()
    partner: bool = False
    lines: bool = False
    proof: bool = False
    own: bool = False
    private: str = ""
    group: str = ""
    total: str = ""
    note: str = ""
    # Rows count for a counter of the programme; ``once``: fields that with day and counter name one.
    counts: bool = False
    once: str = ""

    @property
    def first(self) -> str:
        return self.steps[0].code if self.steps else ""

    def step(self, code: str) -> Step:
        """A step by its code; an old code shows itself."""
        return next((s for s in self.steps if s.code == code), Step(code, code))

    def field(self, code: str) -> Field | None:
        return next((f for f in self.fields if f.code == code), None)

    @property
    def private_label(self) -> str:
        """The heading of the private amount."""
        found = self.field(self.private)
        return found.label if found else ""

    @property
    def shown(self) -> list[str]:
        """Steps at which everybody inside sees a row."""
        return [s.code for s in self.steps if s.shown]


@dataclass(frozen=True)
class Kind:
    """One kind of programme: what it is for, where it comes from, what must be said at the start."""

    code: str
    name: str
    source: str
    note: str
    sheets: tuple[Sheet, ...]
    basis: bool = False
    public: bool = False

    def sheet(self, code: str) -> Sheet | None:
        return next((s for s in self.sheets if s.code == code), None)

    @property
    def counting(self) -> Sheet | None:
        """The sheet whose rows count, in a kind that counts."""
        return next((s for s in self.sheets if s.counts), None)


def sheet_of(row: dict[str, Any]) -> Sheet:
    """One sheet of the file; an unknown key is an error, so that a slip of the pen is seen."""
    data = dict(row)
    fields = tuple(
        Field(**{**f, "choices": tuple(f.get("choices", ()))}) for f in data.pop("field", ())
    )
    steps = []
    for raw in data.pop("step", ()):
        said = dict(raw)
        steps.append(
            Step(source=tuple(said.pop("from", ())), needs=tuple(said.pop("needs", "").split()), **said)
        )  # fmt: skip
    demands = tuple(Demand(**d) for d in data.pop("demand", ()))
    return Sheet(fields=fields, steps=tuple(steps), demands=demands, **data)


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by code, in the order of the file."""
    text = files("shangliang.programmes").joinpath("presets/kinds.toml").read_text("utf-8")
    found = {}
    for row in tomllib.loads(text)["kind"]:
        data = dict(row)
        sheets = tuple(sheet_of(s) for s in data.pop("sheet"))
        found[row["code"]] = Kind(sheets=sheets, **data)
    return found
