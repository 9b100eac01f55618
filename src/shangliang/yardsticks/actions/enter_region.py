"""登记地区."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..gaps import body_of
from ..models import Region
from ..who import KEEPERS
from .define import free


@act("region.enter", "登记地区", *KEEPERS)
def enter_region(
    seat: Seat, *, name: str, level: str, code: str = "", rank: int = 100, speaks: int | None = None
) -> Done:
    """A county, the city, the province or a benchmark elsewhere, and who explains its figures."""
    said = "".join(name.split())
    if not said:
        raise refuse("请写地区名称。")
    if level not in Region.Level.values:
        raise refuse("请选县（市、区）、全市、全省或标杆地区。")
    free(seat.committee_id, said)
    row = Region.objects.create(
        committee_id=seat.committee_id,
        name=said[:60],
        level=level,
        code=code[:20],
        rank=rank,
        speaks=body_of(seat, speaks) if speaks else None,
    )
    return Done(case=row, detail={"level": level})
