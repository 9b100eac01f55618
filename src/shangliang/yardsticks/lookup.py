"""Finding a yardstick or a region by number, code, name or another name; unknown is refused in words."""

from django.db.models import Q

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .models import Region, RegionName, Yardstick


def indicator(committee_id: int, said: int | str) -> Yardstick:
    """The version in force of an indicator, by id, code, name or alias."""
    rows = Yardstick.objects.filter(committee_id=committee_id)
    if isinstance(said, int):
        found = rows.filter(pk=said).first()
    else:
        word = "".join(str(said).split())
        found = in_force(list(rows.filter(Q(code=word) | Q(name=word))))
        if found is None:
            named = [
                row
                for row in rows.filter(kind=Yardstick.Kind.INDICATOR)
                if word in row.body.get("aliases", ())
            ]
            found = in_force(named)
    if found is None:
        raise refuse(f"没有叫“{said}”的指标。请先在指标库登记，或改用登记过的名称。")
    return found


def in_force(rows: list[Yardstick]) -> Yardstick | None:
    """Of several versions the one valid today; else the newest."""
    day = today()
    valid = [
        r
        for r in rows
        if (r.valid_from is None or r.valid_from <= day)
        and (r.valid_to is None or r.valid_to >= day)
    ]
    return max(valid or rows, key=lambda r: r.version, default=None)


def region(committee_id: int, said: int | str) -> Region:
    """A region by id, name or another name. A region that was split is refused with what it became."""
    rows = Region.objects.filter(committee_id=committee_id)
    if isinstance(said, int):
        found = rows.filter(pk=said).first()
    else:
        word = "".join(str(said).split())
        found = rows.filter(name=word).first()
        if found is None:
            other = (
                RegionName.objects.filter(committee_id=committee_id, name=word)
                .select_related("region")
                .first()
            )
            found = other.region if other else None
    if found is None:
        raise refuse(f"没有叫“{said}”的地区。请先登记这个地区，或给它加一个别名。")
    return found
