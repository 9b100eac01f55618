"""What an import would do, row by row. A plan is computed anew each time and changes nothing."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..models import Actor


@dataclass
class Row:
    """One row of the sheet and what would come of it."""

    number: int
    name: str
    data: dict[str, Any] = field(default_factory=dict)  # columns of the actor
    bodies: dict[str, str] = field(default_factory=dict)  # tie kind -> name of the body as written
    errors: list[str] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)  # (label, now, new)
    found: Actor | None = None
    start: date | None = None
    end: date | None = None
    office: str = ""
    aliases: list[str] = field(default_factory=list)

    @property
    def status(self) -> str:
        if self.errors:
            return "error"
        if self.found is None:
            return "new"
        return "changed" if self.changes else "same"


@dataclass
class Plan:
    """Every row, and the bodies named that nobody knows yet."""

    rows: list[Row]
    unknown: dict[str, dict[str, int]] = field(default_factory=dict)  # kind -> {name: rows}

    def count(self, status: str) -> int:
        return sum(row.status == status for row in self.rows)

    @property
    def errors(self) -> list[Row]:
        return [row for row in self.rows if row.errors]

    @property
    def good(self) -> list[Row]:
        return [row for row in self.rows if not row.errors]


STATUS = {"new": "新增", "changed": "更新", "same": "不变", "error": "有错"}


class Names:
    """Bodies of one kind by full name, short name and alias, with close names for a slip."""

    def __init__(self, bodies: list[Actor], aliases: dict[int, list[str]]) -> None:
        from .cells import key_of

        self.by_key: dict[str, Actor] = {}
        self.shown = [b.name for b in bodies]
        for body in bodies:
            for name in (body.name, body.short, *aliases.get(body.pk, ())):
                if name:
                    self.by_key.setdefault(key_of(name), body)

    def find(self, name: str) -> Actor | None:
        from .cells import key_of

        return self.by_key.get(key_of(name))

    def near(self, name: str) -> str:
        """The closest known name, for 是不是…？; empty when nothing is close."""
        from difflib import get_close_matches

        return next(iter(get_close_matches(name, self.shown, 1, 0.5)), "")
