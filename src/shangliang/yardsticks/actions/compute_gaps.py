"""算差距: what is behind in one period becomes gaps with size and owner, once; nothing is judged."""

from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..comparing.old import is_stale
from ..lookup import region as find_region
from ..models import Gap, Reading, Region, Yardstick
from ..telling import staff, tell
from ..who import KEEPERS
from .note_gap import difference_unit


@act("gap.compute", "算出差距", *KEEPERS)
def compute_gaps(seat: Seat, *, region: int | str, period: str, against: str = "city") -> Done:
    """One gap for each headline indicator on which ``region`` is behind the city (or the province)."""
    place = find_region(seat.committee_id, region)
    if against not in ("city", "province"):
        raise refuse("请选较全市或较全省。")
    try:
        when = of_code(period)
    except ValueError as error:
        raise refuse(str(error)) from None
    if is_stale(when):
        raise refuse(
            f"{when.label(True)}结束已经超过半年，数过期了，不再拿来算差距。请用新的一期。"
        )
    level = Region.Level.CITY if against == "city" else Region.Level.PROVINCE
    whole = Region.objects.filter(committee_id=seat.committee_id, level=level).first()
    if whole is None:
        raise refuse("还没有登记全市（全省）这一行，没有可比的标准。")
    rows = Reading.objects.filter(
        committee_id=seat.committee_id, yardstick__headline=True, period=period, current=True,
        region_id__in=[place.pk, whole.pk],
    ).exclude(yardstick__direction=Yardstick.Direction.NONE).exclude(
        yardstick__shape=Yardstick.Shape.LEVEL
    ).select_related("yardstick")  # fmt: skip
    found: dict[Yardstick, dict[int, Reading]] = {}
    for row in rows:
        found.setdefault(row.yardstick, {})[row.region_id] = row
    had = set(
        Gap.objects.filter(
            committee_id=seat.committee_id, region=place, period=period, against=against
        ).values_list("yardstick_id", flat=True)
    )
    made = []
    for yardstick, pair in found.items():
        own, other = pair.get(place.pk), pair.get(whole.pk)
        if yardstick.pk in had or not own or not other or own.value is None or other.value is None:
            continue
        size = distance(own.value, other.value, Direction(yardstick.direction))
        if size >= 0:
            continue
        unit = difference_unit(yardstick.unit)
        side = "低" if own.value < other.value else "高"
        made.append(
            Gap.objects.create(
                committee_id=seat.committee_id, kind=Gap.Kind.COMPUTED, against=against,
                subject=f"{yardstick}{side}于{whole}{abs(size).normalize():f}{unit}",
                yardstick=yardstick, region=place, period=period, value=own.value,
                standard=other.value, size=size, unit=unit, owner_id=place.speaks_id,
                by_id=seat.person_id,
            )
        )  # fmt: skip
    if made:
        tell(made[0], staff(seat.committee_id, [place.speaks_id]), "gaps",
             f"{place}有{len(made)}项指标{'低' if against else ''}于{whole}，请写原因、定举措。", True)  # fmt: skip
    return Done(
        case=place, result=made, detail={"period": period, "gaps": len(made), "against": against}
    )
