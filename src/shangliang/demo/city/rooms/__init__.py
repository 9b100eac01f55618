"""What each further room shows on the first start: one module a room, each with ``fill``.

``fill(city, counties)`` runs after the proposals, by the room's own verbs, deterministic, within about
three seconds. A room adds its name to ``ROOMS``; the order is the order of need.
"""

from importlib import import_module

from ..bodies import Body

ROOMS: tuple[str, ...] = (
    "subjects",
    "voices",
    "documents",
    "cycles",
    "activities",
    "yardsticks",
    "consensus",
    "topics",
    "groups",
    "programmes",
    "study",
    "subjects_links",
    "publications",
    "search",
)


def fill(city: Body, counties: list[Body]) -> None:
    """Every room in turn."""
    for name in ROOMS:
        import_module(f"{__name__}.{name}").fill(city, counties)
