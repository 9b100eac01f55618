"""开始对标."""

from decimal import Decimal

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..aims import apart, figure
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Benchmark, Gap, Yardstick
from ..who import keeps, speaks_for
from .note_gap import difference_unit
from .readings import amount, period_of


@act("benchmark.start", "开始对标")
def start_benchmark(
    seat: Seat,
    *,
    region: int | str,
    peer: int | str,
    indicator: int | str,
    period: str,
    target: Decimal | str,
    target_period: str,
) -> Done:
    """自找差距, 自加压力: the gap as it is in a period, and the distance one means to have left."""
    place = find_region(seat.committee_id, region)
    if not (keeps(seat) or speaks_for(seat, place)):
        raise refuse(f"只有{place}自己、专委会或督办机构可以开始对标。", "who")
    other = find_region(seat.committee_id, peer)
    yardstick = find_indicator(seat.committee_id, indicator)
    if place.pk == other.pk:
        raise refuse("不能和自己对标。")
    if place.speaks_id is None:
        raise refuse(f"{place}还没有指定单位，请先在地区里填上。")
    if yardstick.direction == Yardstick.Direction.NONE:
        raise refuse("这个指标不比高低，不能对标。")
    now, then = period_of(period, yardstick), period_of(target_period, yardstick)
    if then <= now and then.freq == now.freq:
        raise refuse("目标期要在起始期之后。")
    size = apart(yardstick, place.pk, other.pk, now.code)
    if size is None:
        raise refuse(f"{place}或{other}在{now.label()}没有数，不能起算。")
    goal = amount(target)
    if goal is None:
        raise refuse("请写目标差距。")
    gap = Gap.objects.create(
        committee_id=seat.committee_id, kind=Gap.Kind.COMPUTED, against=Gap.Against.PEER,
        subject=f"{yardstick}比{other}{'低' if size < 0 else '高'}{abs(size).normalize():f}{difference_unit(yardstick.unit)}",
        yardstick=yardstick, region=place, peer=other, period=now.code, size=size,
        value=figure(yardstick, place.pk, now.code), standard=figure(yardstick, other.pk, now.code),
        unit=difference_unit(yardstick.unit), owner_id=place.speaks_id, by_id=seat.person_id,
    )  # fmt: skip
    row = Benchmark.objects.create(
        committee_id=seat.committee_id, region=place, peer=other, yardstick=yardstick,
        owner_id=place.speaks_id, started=now.code, target=goal, target_period=then.code, gap=gap,
        by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=gap, about=row, result=row, detail={"region": place.pk, "peer": other.pk})
