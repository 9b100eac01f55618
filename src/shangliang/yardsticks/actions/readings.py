"""记读数: one figure with its source and date. A second, different figure is a revision, never an overwrite."""

from datetime import date
from decimal import Decimal, InvalidOperation

from ...engines.indicators.periods import Period, of_code, parse
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Reading, Yardstick
from ..who import RECORDERS


def period_of(said: str, yardstick: Yardstick) -> Period:
    """A period by code or in words; 上半年 and 全年 of a cumulated figure are its quarters 2 and 4."""
    try:
        found: Period | None = of_code(said.strip())
    except ValueError:
        found = parse(said)
    if found is None:
        raise refuse(f"看不出“{said}”是哪个期间。请写成“2026年一季度”或“2026年1—7月”。")
    return settled(found, yardstick.span == Yardstick.Span.CUMULATIVE)


def settled(period: Period, cumulative: bool) -> Period:
    """The one code under which a cumulated period is kept."""
    if cumulative and period.freq in "HY":
        return Period(period.year, "Q", 2 * period.number if period.freq == "H" else 4)
    if cumulative and period.freq == "M" and period.number % 3 == 0:
        return Period(period.year, "Q", period.number // 3)
    return period


@act("reading.record", "记读数", *RECORDERS)
def record_reading(
    seat: Seat,
    *,
    indicator: int | str,
    region: int | str,
    period: str,
    value: Decimal | int | str | None,
    source: str,
    on: date | None = None,
    mark: str = "",
) -> Done:
    """One figure in the indicator's own unit. ``value`` None with a ``mark`` says why it is missing.

    The same figure again changes nothing; another one is kept as the next revision. Returns the
    reading in force.
    """
    yardstick = find_indicator(seat.committee_id, indicator)
    place = find_region(seat.committee_id, region)
    when = period_of(period, yardstick)
    if not source.strip():
        raise refuse("请写这个数从哪里来。没有来源的数不能拿来比。")
    number = amount(value)
    if number is None and not mark:
        mark = Reading.Mark.NOT_REPORTED
    if mark not in Reading.Mark.values:
        raise refuse("缺数只能标“未报”“不考核”或“不公布”。")
    if place.until and place.until < when.ends:
        became = f"，已并入{place.became}" if place.became_id else ""
        raise refuse(f"{place}在{place.until}撤并{became}，不能再记{when.label()}的数。")
    said_on = on or today()
    if said_on > today():
        raise refuse("数据日期不能晚于今天。")
    row = put(seat, yardstick, place.pk, when.code, number, mark, source.strip()[:120], said_on)
    return Done(
        case=yardstick,
        about=row,
        result=row,
        detail={"region": place.pk, "period": when.code, "revision": row.revision},
    )


def put(
    seat: Seat,
    yardstick: Yardstick,
    region_id: int,
    period: str,
    value: Decimal | None,
    mark: str,
    source: str,
    on: date,
) -> Reading:
    """The row, or the next revision of it when the figure differs."""
    had = (
        Reading.objects.select_for_update(of=("self",), no_key=True)
        .filter(
            committee_id=seat.committee_id,
            yardstick=yardstick,
            region_id=region_id,
            period=period,
            current=True,
        )
        .first()
    )
    if had and (had.value, had.mark) == (value, mark):
        return had
    if had:
        had.current = False
        had.save(update_fields=["current"])
    return Reading.objects.create(
        committee_id=seat.committee_id,
        yardstick=yardstick,
        region_id=region_id,
        period=period,
        value=value,
        mark=mark if value is None else "",
        source=source,
        on=on,
        revision=had.revision + 1 if had else 0,
        by_id=seat.person_id,
    )


def amount(value: Decimal | int | str | None) -> Decimal | None:
    """A plain number; words around it are refused, since they may turn its sign or unit."""
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value).strip().replace("−", "-").replace(",", ""))
    except InvalidOperation:
        raise refuse(f"“{value}”不是一个数。这里只填数，单位按指标口径。") from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        raise refuse(f"“{value}”太大，或者不是一个数。")
    return number.quantize(Decimal("0.0001")).normalize() if number else Decimal(0)
