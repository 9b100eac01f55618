"""The kinds of texts and the three reviews, as data (presets/kinds.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..procedures.seat import Role

PRESET = Path(__file__).parent / "presets" / "kinds.toml"


@dataclass(frozen=True)
class Part:
    """One part of a text: what it is called, what it asks, how long it may be."""

    code: str
    label: str
    help: str
    most: int
    needed: bool


@dataclass(frozen=True)
class Kind:
    """A kind of text. ``paper``: it comes out in an issue, in the press kit, or on a page of its own."""

    code: str
    name: str
    note: str
    paper: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Step:
    """One of the three reviews: who may do it and what it looks at."""

    code: str
    name: str
    roles: tuple[Role, ...]
    asks: str

    @property
    def names(self) -> str:
        return "、".join(r.label for r in self.roles)


@cache
def read() -> tuple[dict[str, Kind], dict[str, Step]]:
    """Kinds and steps by code, in their order."""
    with PRESET.open("rb") as file:
        given = tomllib.load(file)
    kinds = {
        k["code"]: Kind(k["code"], k["name"], k["note"], k["paper"], tuple(Part(**p) for p in k["part"]))
        for k in given["kind"]
    }  # fmt: skip
    steps = {
        s["code"]: Step(s["code"], s["name"], tuple(Role(r) for r in s["roles"]), s["asks"])
        for s in given["step"]
    }
    return kinds, steps


def kinds() -> dict[str, Kind]:
    return read()[0]


def steps() -> dict[str, Step]:
    return read()[1]
