"""A change in mid-year (年中调整): the old rules hold until the day before, the new ones from the day.

What was done earlier in the year keeps the points it was promised. A rule and its successor share one
key before ``@``, and with it the year's limits.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..engines.points import Rule, read_rule

Row = dict[str, Any]


def spliced(old: Mapping[str, Any], new: Mapping[str, Any], day: date) -> dict[str, Any]:
    """``new`` from ``day`` on, ``old`` before it. Groups and grades are of the whole year: the new ones."""
    before = {row["key"]: row for row in old.get("rule", ())}
    groups = dict(old.get("group", {})) | dict(new.get("group", {}))
    out: list[Row] = []
    for row in new.get("rule", ()):
        was = before.pop(row["key"], None)
        if was is None:
            out.append(from_day(row, day))
        elif same(was, row, groups):
            out.append(dict(row))
        else:
            out += ended(was, day)
            out.append(from_day(row | {"key": f"{row['key'].partition('@')[0]}@{day:%m%d}"}, day))
    for was in before.values():
        out += ended(was, day)
    used = {row.get("group") for row in out}
    kept = {k: g for k, g in groups.items() if k in new.get("group", {}) or k in used}
    return {**new, "group": kept, "rule": out}


def same(was: Row, now: Row, groups: Mapping[str, Any]) -> bool:
    """Whether both count the same, whatever they are called."""
    return told(was, groups) == told(now, groups)


def told(row: Row, groups: Mapping[str, Any]) -> Rule:
    return replace(read_rule(row, groups), label="", basis="")


def from_day(row: Row, day: date) -> Row:
    since = str(row.get("since") or "")
    return {**row, "since": max(since, day.isoformat())}


def ended(row: Row, day: date) -> list[Row]:
    """The old rule until the day before; nothing of it where it began no earlier."""
    last = (day - timedelta(days=1)).isoformat()
    if str(row.get("since") or "") > last:
        return []
    until = str(row.get("until") or "9999")
    return [{**row, "until": min(until, last)}]
