"""目标、说法、对标: targets with values or rules, claims beside data, self-benchmarking."""

from decimal import Decimal

from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...engines.indicators.rules import RuleError, read
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Benchmark, Claim, Gap, Reading, Region, Target, Yardstick
from ..who import KEEPERS, RECORDERS, keeps, speaks_for
from .note_gap import difference_unit
from .readings import amount, period_of


@act("target.set", "定目标", *RECORDERS)
def set_target(
    seat: Seat,
    *,
    indicator: int | str,
    region: int | str,
    period: str,
    basis: str,
    value: Decimal | str | None = None,
    rule: str = "",
    parent: int | None = None,
) -> Done:
    """A value, a rule of the small language, or both; the same again replaces it, said by an event."""
    yardstick = find_indicator(seat.committee_id, indicator)
    place = find_region(seat.committee_id, region)
    when = period_of(period, yardstick)
    number = amount(value)
    if number is None and not rule.strip():
        raise refuse("请写目标值，或目标规则，例如：≥ 全省 或 > 0。")
    if rule.strip():
        try:
            read(rule)
        except RuleError as error:
            raise refuse(str(error)) from None
    if not basis.strip():
        raise refuse("请写依据：哪次会议、哪份文件定的。")
    upper = None
    if parent:
        upper = Target.objects.filter(
            pk=parent, committee_id=seat.committee_id, yardstick=yardstick
        ).first()
        if upper is None:
            raise refuse("上级目标要是同一个指标的。")
    row, _ = Target.objects.update_or_create(
        committee_id=seat.committee_id, yardstick=yardstick, region=place, period=when.code,
        defaults={
            "value": number, "rule": rule.strip()[:200], "parent": upper,
            "basis": basis.strip()[:200], "by_id": seat.person_id,
        },
    )  # fmt: skip
    return Done(
        case=yardstick, about=row, result=row, detail={"region": place.pk, "period": when.code}
    )


@act("claim.note", "记说法", *KEEPERS)
def note_claim(seat: Seat, *, text: str, source: str, indicator: int | str, period: str) -> Done:
    """What somebody said about figures, word by word with where it stands; shown beside the data."""
    if not text.strip() or not source.strip():
        raise refuse("请写原话和出处。")
    yardstick = find_indicator(seat.committee_id, indicator)
    row = Claim.objects.create(
        committee_id=seat.committee_id, text=text.strip()[:300], source=source.strip()[:200],
        yardstick=yardstick, period=period_of(period, yardstick).code, by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=yardstick, about=row, result=row)


def figure(yardstick: Yardstick, region_id: int, period: str) -> Decimal | None:
    """One figure in force."""
    return (
        Reading.objects.filter(
            committee_id=yardstick.committee_id, yardstick=yardstick, region_id=region_id,
            period=period, current=True,
        )
        .values_list("value", flat=True)
        .first()
    )  # fmt: skip


def apart(yardstick: Yardstick, own: int, peer: int, period: str) -> Decimal | None:
    """How far own is from the peer: below zero is behind."""
    mine, theirs = figure(yardstick, own, period), figure(yardstick, peer, period)
    if mine is None or theirs is None:
        return None
    return distance(mine, theirs, Direction(yardstick.direction))


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


@act("benchmark.check", "自我检验")
def check_benchmark(seat: Seat, pk: int, *, period: str, note: str) -> Done:
    """自我检验 demands data: without a figure of the period there is no check."""
    row = (
        Benchmark.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("region", "peer", "yardstick", "gap")
        .first()
    )
    if row is None:
        raise refuse("没有找到这项对标。", "wall")
    if not (keeps(seat) or speaks_for(seat, row.region)):
        raise refuse(f"只有{row.region}自己、专委会或督办机构可以检验。", "who")
    when = period_of(period, row.yardstick)
    if when <= of_code(row.started):
        raise refuse("检验要用起始期以后的数。")
    if not row.gap.measures.exists():
        raise refuse("还没有定举措，先自定措施，再检验。")
    left = apart(row.yardstick, row.region_id, row.peer_id, when.code)
    if left is None:
        raise refuse(f"{when.label()}还没有两边的数，检验要有数据。")
    if not note.strip():
        raise refuse("请写检验结论。")
    row.check_period, row.check_note, row.check_left = when.code, note.strip()[:300], left
    row.save(update_fields=["check_period", "check_note", "check_left"])
    return Done(case=row.gap, about=row, detail={"period": when.code})


def region_row(committee_id: int, pk: int) -> Region:
    """By id."""
    return find_region(committee_id, pk)
