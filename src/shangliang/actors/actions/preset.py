"""套用界别范本: the national list of sectors as a start; local ones are entered beside it."""

import tomllib
from collections.abc import Collection
from functools import cache
from pathlib import Path

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor
from ..queries import own


@cache
def national_sectors() -> tuple[tuple[str, str], ...]:
    """(name, short) of the 34 national sectors, in their order."""
    file = Path(__file__).parent.parent / "data" / "sectors.toml"
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["sector"]
    return tuple((row["name"], row["short"]) for row in rows)


def missing(committee_id: int) -> list[tuple[str, str]]:
    """What of the preset this committee does not have, by name or short name."""
    have = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.SECTOR)
    names = {n for pair in have.values_list("name", "short") for n in pair}
    return [row for row in national_sectors() if names.isdisjoint(row)]


@act("sector.adopt", "套用界别范本", Role.CLERK)
def adopt_sectors(seat: Seat, *, names: Collection[str]) -> Done:
    """Enter the chosen sectors that are not there yet."""
    chosen = [row for row in missing(seat.committee_id) if row[0] in set(names)]
    if not chosen:
        raise refuse("没有选界别，或者所选的都已经有了。")
    for name, short in chosen:
        Actor(committee_id=seat.committee_id, kind=Actor.Kind.SECTOR, name=name, short=short).save()
    committee = own(seat.committee_id, seat.committee_id)
    return Done(case=committee, detail={"count": len(chosen)}, result=len(chosen))
