"""Who stands in a layer on a day: asked of the register, or named by the office."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ..actors.models import Actor, Tie
from ..procedures.office_calendar import today
from .models import LayerSeat

K = Tie.Kind
BODY = "body-"
# Bodies that can be a layer by themselves, and the tie that puts people there.
BODY_TIE = {
    Actor.Kind.SECTOR: K.SECTOR,
    Actor.Kind.SPECIAL_COMMITTEE: K.SPECIAL_COMMITTEE,
    Actor.Kind.GROUP: K.GROUP,
    Actor.Kind.BRANCH: K.HOME,
}


@dataclass(frozen=True)
class Layer:
    """One layer of the preset (data/layers.toml)."""

    key: str
    label: str
    lead: bool = False
    named: bool = False
    office: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    new_days: int = 0


@cache
def layers() -> dict[str, Layer]:
    """All layers, in the order of the preset."""
    with (Path(__file__).parent / "data" / "layers.toml").open("rb") as file:
        rows = tomllib.load(file)["layer"]
    return {row["key"]: layer_of(row) for row in rows}


def layer_of(row: dict[str, Any]) -> Layer:
    """One table of the file."""
    return Layer(
        key=row["key"],
        label=row["label"],
        lead=row.get("lead", False),
        named=row.get("named", False),
        office=tuple(row.get("office", ())),
        ties=tuple(row.get("ties", ())),
        heads=tuple(row.get("heads", ())),
        new_days=row.get("new_days", 0),
    )


def people_in(committee_id: int, layer: str, body: Actor | None = None) -> list[int]:
    """Ids of the people in a layer today."""
    ties = Tie.objects.filter(committee_id=committee_id).on(today())
    if body is not None:
        found = ties.filter(kind=BODY_TIE[Actor.Kind(body.kind)], whom=body)
        return sorted(set(found.values_list("who_id", flat=True)))
    rule = layers()[layer]
    if rule.named:
        rows = LayerSeat.objects.filter(committee_id=committee_id, layer=layer)
        return sorted(rows.values_list("person_id", flat=True))
    if rule.office:
        ties = ties.filter(kind=K.OFFICE, title__in=rule.office)
    elif rule.heads:
        ties = ties.filter(kind=K.HEADS, whom__kind__in=rule.heads)
    else:
        ties = ties.filter(kind__in=rule.ties)
    people = set(ties.values_list("who_id", flat=True))
    if rule.new_days and people:
        before = Tie.objects.filter(
            committee_id=committee_id,
            kind__in=rule.ties,
            who_id__in=people,
            start__lt=today() - timedelta(days=rule.new_days),
        )
        people -= set(before.values_list("who_id", flat=True))
    return sorted(people)


def groups_of(committee_id: int, people: Iterable[int]) -> dict[int, int]:
    """The group each person is counted in: a member's sector, staff's special committee."""
    rows = (
        Tie.objects.filter(
            committee_id=committee_id,
            who_id__in=list(people),
            kind__in=[K.SECTOR, K.ORGANISER, K.SPECIAL_COMMITTEE],
        )
        .on(today())
        .exclude(whom_id=committee_id)
        .order_by("pk")
    )
    rank = {K.SECTOR: 0, K.ORGANISER: 1, K.SPECIAL_COMMITTEE: 2}
    best: dict[int, tuple[int, int]] = {}
    for who, kind, whom in rows.values_list("who_id", "kind", "whom_id"):
        place = rank[K(kind)]
        if who not in best or place < best[who][0]:
            best[who] = (place, whom)
    return {who: whom for who, (_, whom) in best.items()}


def bodies(committee_id: int) -> list[Actor]:
    """Sectors, special committees, groups and branches that can be a layer."""
    rows = Actor.objects.filter(committee_id=committee_id, kind__in=list(BODY_TIE), active=True)
    return list(rows.order_by("kind", "stroke_key", "id"))
