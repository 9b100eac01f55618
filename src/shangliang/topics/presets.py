"""Forms, criteria, routes and kinds of results as data, each with its source (``data/*.toml``)."""

import tomllib
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


def read(name: str) -> dict[str, Any]:
    """One file of presets."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True)
class Part:
    """A part of the meeting; ``must``: without anybody speaking in it the minutes are not signed."""

    key: str
    label: str
    must: bool = False


@dataclass(frozen=True)
class Form:
    """One form of consultation with its days, sides, parts and what closing asks."""

    key: str
    label: str
    short: str
    group: str
    notice_days: int
    material_days: int
    minutes_days: int
    answer_days: int
    sides: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    result: str
    note: str
    source: str
    feedback_days: int = 0
    edition: str = ""

    def part(self, key: str) -> Part | None:
        return next((p for p in self.parts if p.key == key), None)

    def copied(self) -> dict[str, Any]:
        """What a consultation keeps of its form."""
        return asdict(self)


def form_from(row: dict[str, Any]) -> Form:
    """A form from its row or from a consultation's copy."""
    given = dict(row)
    given["parts"] = tuple(Part(**p) for p in given["parts"])
    for key in ("sides", "closing"):
        given[key] = tuple(given[key])
    return Form(**given)


@cache
def forms(place: str = "") -> dict[str, Form]:
    """Every form in the file's order; ``place`` lays a local edition over it."""
    data, local = read("forms"), read("local").get(place, {})
    found = {}
    for row in data["form"]:
        said = local.get(row["key"], {})
        if said:
            row = row | said | {"source": local["source"]}
        found[row["key"]] = form_from(row | {"edition": data["edition"]})
    return found


@dataclass(frozen=True)
class PlanForm:
    """What a line of the yearly plan may be: a form of consultation, or work of the members (``works.toml``)."""

    key: str
    label: str
    short: str
    meeting: bool
    says: tuple[str, ...] = ()


@cache
def plan_forms() -> dict[str, PlanForm]:
    """Forms of consultation first, then the members' work."""
    given = read("works")
    says = {row["key"]: tuple(row["says"]) for row in given["meeting"]}
    found = {
        key: PlanForm(key, form.label, form.short, True, says.get(key, ()))
        for key, form in forms().items()
    }
    for row in given["work"]:
        found[row["key"]] = PlanForm(
            row["key"], row["label"], row["short"], False, tuple(row["says"])
        )
    return found


def form_called(words: str) -> str:
    """The form a speech calls so; research where it calls none we know."""
    fits = [
        (len(said), form.key)
        for form in plan_forms().values()
        for said in form.says
        if said in words
    ]
    return max(fits)[1] if fits else "research"


@dataclass(frozen=True)
class Criterion:
    """What judges give 1 to 5 for."""

    key: str
    label: str
    ask: str
    source: str


@cache
def criteria() -> tuple[Criterion, ...]:
    """The criteria for choosing topics."""
    return tuple(Criterion(**row) for row in read("criteria")["criterion"])


@cache
def least_judges() -> int:
    """Fewer marks than this decide nothing."""
    return int(read("criteria")["least_judges"])


@dataclass(frozen=True)
class Route:
    """Which bodies amend, consider and decide the yearly plan."""

    key: str
    label: str
    source: str
    amend: tuple[str, ...]
    consider: str
    decide: str
    issue: str


@cache
def routes() -> dict[str, Route]:
    """Routes by key."""
    return {
        key: Route(key=key, **(row | {"amend": tuple(row["amend"])}))
        for key, row in read("routes").items()
    }


@dataclass(frozen=True)
class ResultKind:
    """A kind of result and its number series."""

    key: str
    label: str
    number: str
    adopt: bool
    body: str
    source: str


@dataclass(frozen=True)
class VoteRule:
    """When a vote has passed."""

    key: str
    label: str
    base: str  # all: of all electors; voted: of those who voted
    share: str
    source: str
    note: str = field(default="")

    def passed(self, *, yes: int, voted: int, electors: int) -> bool:
        """More than the share, never just as much (过半数)."""
        base = electors if self.base == "all" else voted
        return base > 0 and Fraction(yes, base) > Fraction(self.share)


@cache
def result_kinds() -> dict[str, ResultKind]:
    """Kinds of results by key."""
    return {row["key"]: ResultKind(**row) for row in read("results")["kind"]}


@cache
def vote_rules() -> dict[str, VoteRule]:
    """Rules of adoption by key."""
    return {row["key"]: VoteRule(**row) for row in read("results")["rule"]}


@dataclass(frozen=True)
class Mark:
    """Something marked 1 to 5 after a consultation or by an expert reviewer."""

    key: str
    label: str
    ask: str


@cache
def marks() -> tuple[Mark, ...]:
    """协商“四有”, marked by those who took part (S-033)."""
    return tuple(Mark(**row) for row in read("quality")["mark"])


@cache
def rubric() -> tuple[Mark, ...]:
    """协商成果的“四性”, marked by expert reviewers (S-034)."""
    return tuple(Mark(**row) for row in read("quality")["rubric"])


@cache
def fewest() -> int:
    """Fewer raters are not shown, and what is shown changes by so many at a time."""
    return int(read("quality")["fewest"])
