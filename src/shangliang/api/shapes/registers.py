"""Registers, sessions and rules as the API tells them."""

from datetime import date
from typing import Any

from ninja import Schema

from .common import Named, Page


class Member(Schema):
    """A member as the register shows everybody: no telephone, no address."""

    id: int
    name: str
    code: str
    workplace: str
    post: str
    sectors: list[str]


class Unit(Schema):
    """A handling unit with its other names."""

    id: int
    name: str
    short: str
    active: bool
    aliases: list[str]


class RulebookInForce(Schema):
    """The rulebook of today."""

    id: int
    name: str
    version: int
    valid_from: date | None
    body: dict[str, Any]


class MoveLine(Schema):
    """One row of a procedure's table."""

    verb: str
    label: str
    source: list[str]
    target: list[str]
    who: str
    when: list[str]
    starts: list[str]
    stops: list[str]
    phase: str
    says: str
    basis: str
    step: str


class TableLine(Schema):
    """A procedure: its states and its rows."""

    name: str
    label: str
    initial: str
    states: dict[str, str]
    final: list[str]
    moves: list[MoveLine]


class Me(Schema):
    """Whom the call acts for."""

    person: Named
    committee: Named
    roles: list[str]
    units: list[int]
    bodies: list[int]


class SessionLine(Schema):
    """A session (届次)."""

    id: int
    name: str
    year: int
    opens: date
    closes: date


class MemberPage(Page):
    items: list[Member]


class UnitPage(Page):
    items: list[Unit]
