"""Doors of 检索."""

from typing import Any

from shangliang.accounts.tests.door import OFFICE, SIGNED, Door

FIELDS = OFFICE | {"supervisor", "leader", "editor", "organiser"}
SIGNALS = frozenset({"editor", "supervisor", "leader"})
WRITING = frozenset({"member", "drafter", "approver", "editor", "organiser", "convenor"})

DOORS = {
    "search": Door(SIGNED),
    "beside": Door(OFFICE),
    "judge-advice": Door(OFFICE, "post", missing=True),
    "suggestions": Door(OFFICE),
    "learn-suggestions": Door(OFFICE, "post"),
    "merge-groups": Door(OFFICE),
    "alike-firms": Door(frozenset({"editor", "organiser"}), missing=True),
    "beside-writing": Door(WRITING, "post"),
    "beside-saying": Door(SIGNED, "post", public=True),
    "early-signals": Door(SIGNALS),
    "early-signal": Door(SIGNALS, missing=True),
    "look-signals": Door(SIGNALS, "post"),
    "fields": Door(FIELDS),
    "field": Door(FIELDS),
    "related-voice": Door(SIGNED, no=(404,), missing=True),
    "judge-signal": Door(SIGNALS, "post"),
    "found-body": Door(SIGNED - {"admin", "security", "auditor"}, no=(404,)),
}


def behind(city: Any) -> dict[str, dict[str, Any]]:
    sector = next(b for b in city.bodies.values() if b.kind == "sector")
    case = city.submitted()
    return {
        "found-body": {"pk": sector.pk},
        "beside": {"pk": case.pk},
        "judge-advice": {"pk": 10**9},
        "related-voice": {"pk": 10**9},
        "alike-firms": {"pk": 10**9},
        "field": {"key": "housing"},
        "early-signal": {"pk": 10**9},
        "judge-signal": {"pk": 10**9},
    }
