"""Who comes in at each address of this room."""

from datetime import date
from typing import Any

from shangliang.accounts.tests.door import LEADS, MEMBER, SIGNED, Door
from shangliang.demo.small import SmallCity
from shangliang.programmes.actions.add_item import add_item
from shangliang.programmes.actions.start_programme import start_programme

from .helpers import counting

DESK = frozenset({"clerk", "second", "organiser"})
ALL = LEADS | DESK | MEMBER
DOORS = {
    "programmes": Door(ALL),
    "programme-new": Door(DESK),
    "programme": Door(ALL),
    "programme-public": Door(SIGNED, public=True),
    "programme-item-new": Door(DESK),
    "programme-import": Door(DESK),
    "programme-sheet": Door(DESK),
    "programme-item": Door(ALL),
    "programme-item-edit": Door(DESK),
    "programme-counts": Door(ALL),
    "programme-talks": Door(ALL),
    "programme-talk-new": Door(DESK | MEMBER),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """A register of culture with one project."""
    office = city.seat("clerk")
    row = start_programme(office, kind="culture", title="文化项目", aim="登记", public=True)
    item = add_item(
        office, row.pk, sheet="project", title="年画展", on=date(2026, 2, 1),
        data={"what": "展览", "place": "文化馆"},
    )  # fmt: skip
    count, speaker = counting(city)
    pk, sheet = {"pk": row.pk}, {"pk": row.pk, "sheet": "project"}
    return {
        "programme-new": {"kind": "culture"}, "programme": pk, "programme-public": pk,
        "programme-item-new": sheet, "programme-import": sheet, "programme-sheet": sheet,
        "programme-item": {"pk": item.pk}, "programme-item-edit": {"pk": item.pk},
        "programme-counts": {"pk": count.pk}, "programme-talks": {"pk": count.pk},
        "programme-talk-new": {"pk": count.pk, "speaker": speaker.pk},
    }  # fmt: skip
