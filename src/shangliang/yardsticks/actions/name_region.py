"""加地区别名."""

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Region, RegionName
from ..who import KEEPERS
from .define import free


@act("region.name", "加地区别名", *KEEPERS)
def name_region(seat: Seat, pk: int, *, name: str, rename: bool = False) -> Done:
    """Another name; with ``rename`` it becomes the name and the old one stays findable."""
    row = lock(Region, pk, seat.committee_id)
    said = "".join(name.split())
    if not said:
        raise refuse("请写名称。")
    free(seat.committee_id, said)
    kept = row.name if rename else said
    if rename:
        row.name = said[:60]
        row.save(update_fields=["name"])
    RegionName.objects.create(committee_id=seat.committee_id, region=row, name=kept[:60])
    return Done(case=row, detail={"renamed": rename})
