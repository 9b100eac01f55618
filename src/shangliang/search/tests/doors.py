"""Doors of 检索."""

from typing import Any

from shangliang.accounts.tests.door import SIGNED, Door

DOORS = {
    "search": Door(SIGNED),
    "found-body": Door(SIGNED - {"admin", "security", "auditor"}, no=(404,)),
}


def behind(city: Any) -> dict[str, dict[str, Any]]:
    sector = next(b for b in city.bodies.values() if b.kind == "sector")
    return {"found-body": {"pk": sector.pk}}
