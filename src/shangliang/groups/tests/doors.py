"""Who comes in at each address of this room."""

from typing import Any

from shangliang.accounts.tests.door import BUSINESS, LEADS, MEMBER, SIGNED, Door
from shangliang.demo.small import SmallCity

from .helpers import entry, studio

DESK = frozenset({"clerk", "second", "organiser"})
READERS = LEADS | DESK
ALL = READERS | MEMBER
DOORS = {
    "teams": Door(ALL),
    "my-teams": Door(ALL),
    "team-new": Door(DESK),
    "team-take-in": Door(DESK, method="post"),
    "teams-loose": Door(READERS),
    "sectors": Door(ALL),
    "minimums": Door(ALL),
    "coverage": Door(READERS),
    "composition": Door(READERS),
    "county-contacts": Door(READERS),
    "heard-needs": Door(ALL),
    "venues": Door(ALL),
    "team-slots": Door(ALL),
    "team": Door(ALL),
    "rota": Door(ALL),
    "shift": Door(ALL, no=(403, 404)),
    "charge-sheet": Door(BUSINESS),
    "talents": Door(DESK),
    "talent-new": Door(DESK),
    "talent-suggest": Door(DESK),
    "talent-join": Door(MEMBER),
    "talent-ask": Door(DESK, method="post"),
    "friends": Door(DESK),
    "friend-new": Door(DESK),
    "contact-duty": Door(ALL),
    "contact-new": Door(ALL),
    "contact-coverage": Door(READERS),
    "listed-link": Door(DESK, method="post"),
    "friend-page": Door(SIGNED, public=True, missing=True),
    "listed": Door(DESK | MEMBER, no=(403, 404)),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A studio with a shift, and the member's own entry in the pool."""
    team, shift = studio(city)
    row = entry(city, person=city.people["member"].pk, kind="member")
    pk = {"pk": team.pk}
    return {
        "team": pk, "rota": pk, "team-slots": pk, "shift": {"pk": shift.pk}, "talent-ask": {"pk": row.pk},
        "listed": {"pk": row.pk},
        "listed-link": {"pk": row.pk}, "friend-page": {"token": "x" * 32},
    }  # fmt: skip
