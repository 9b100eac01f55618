"""What stands in every answer of the API: whom, what is open next, by when, which page."""

from datetime import date

from ninja import Schema


class Named(Schema):
    """An actor as others may know it."""

    id: int
    name: str


class Offer(Schema):
    """A verb that concerns this seat here: done now, or waiting for what ``reason`` names."""

    verb: str
    label: str
    ok: bool
    reason: str = ""


class Limit(Schema):
    """A clock."""

    id: int
    kind: str
    label: str
    unit: str
    round: int
    started_on: date
    due_on: date
    provisional: bool
    paused: bool
    met_on: date | None
    dropped_on: date | None


class Done(Schema):
    """What a verb left behind: the row, its state now, the verbs open next."""

    table: str
    id: int
    state: str
    state_label: str
    visible: bool
    offers: list[Offer]


class Made(Schema):
    """A new row."""

    id: int
    state: str


class Page(Schema):
    """One page of a list; ``count`` is of the whole."""

    page: int
    size: int
    count: int
