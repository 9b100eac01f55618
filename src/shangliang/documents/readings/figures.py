"""A figure accepted from a text goes among the readings, a target among the targets.

Always in the indicator's own unit: 606 万元 is 0.0606 亿元, but 5 个百分点 is never 5%. A figure the
room of yardsticks cannot take says why and stays accepted; mended, it is accepted once more.
"""

import re
from decimal import Decimal
from typing import Any

from ...engines.indicators.units import UnitMismatch, convert
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, refuse
from ...yardsticks.actions.readings import period_of, record_reading
from ...yardsticks.actions.set_target import set_target
from ...yardsticks.lookup import indicator as find_indicator
from ...yardsticks.lookup import region as find_region
from ...yardsticks.models import Target, Yardstick
from ..models import Extract


def figure(row: Extract, seat: Seat) -> Any:
    """The reading or the target written; None with a note of why not."""
    row.note = ""
    sort = row.data.get("sort")
    if sort not in ("actual", "target"):
        return None  # 假设的数不是读数
    try:
        lack = lacking(row.data)
        if lack:
            raise refuse(lack)
        yardstick = indicator_of(row)
        value = in_unit(row.data, yardstick)
        return (reading if sort == "actual" else target)(row, seat, yardstick, value)
    except Refused as refused:
        where = "读数" if sort == "actual" else "目标"
        row.note = f"没有记进{where}：{refused}改好后可再采纳一次。"[:300]
        return None


def lacking(data: dict[str, Any]) -> str:
    """What a figure must say of itself to be compared with another."""
    if data.get("high") is not None:
        return "写的是一个范围，不是一个数。"
    for name, word in (
        ("indicator", "指标"),
        ("region", "地区"),
        ("period", "时期"),
        ("value", "数"),
    ):
        if data.get(name) in (None, ""):
            return f"还缺{word}。"
    return ""


# 固定资产投资"增长"5% speaks of its rate, which the library lists under a name of its own.
MOVED = re.compile("增长|下降|提高|回落|上升|减少|增速|增幅|降幅")


def indicator_of(row: Extract) -> Yardstick:
    """The indicator by its name; of a growth the rate before the level. Raises Refused if unknown."""
    name, unit = row.data["indicator"], row.data.get("unit") or ""
    grown = unit in ("%", "个百分点") and MOVED.search(row.data.get("comparison") or "")
    for said in (f"{name}增速", f"{name}同比增长") if grown else ():
        try:
            return find_indicator(row.committee_id, said)
        except Refused:
            continue
    return find_indicator(row.committee_id, name)


def in_unit(data: dict[str, Any], yardstick: Yardstick) -> Decimal:
    """The value as the indicator counts it. Raises Refused where the units do not measure the same."""
    value = Decimal(str(data["value"]))
    try:
        return convert(value, data.get("unit") or "", yardstick.unit or "")
    except UnitMismatch as mismatch:
        raise refuse(f"文中单位和指标口径对不上，{mismatch}") from None


def source_of(row: Extract) -> str:
    """《…》第 N 行, the title cut rather than the line."""
    tail = f"》第{row.first}行"
    return f"《{row.intake.title[: 118 - len(tail)]}{tail}"


def reading(row: Extract, seat: Seat, yardstick: Yardstick, value: Decimal) -> Any:
    return record_reading(
        seat,
        indicator=yardstick.pk,
        region=row.data["region"],
        period=row.data["period"],
        value=value,
        source=source_of(row),
        on=row.intake.given_on,
    )


def target(row: Extract, seat: Seat, yardstick: Yardstick, value: Decimal) -> Any:
    """A target that was set otherwise stays: a speech does not change what a session decided."""
    place = find_region(row.committee_id, row.data["region"])
    period = period_of(row.data["period"], yardstick)
    had = Target.objects.filter(
        committee_id=row.committee_id, yardstick=yardstick, region=place, period=period.code
    ).first()
    if had and had.value is not None and had.value != value:
        raise refuse(f"已定的目标是{had.value.normalize():f}{yardstick.unit}（{had.basis}）。")
    return set_target(
        seat,
        indicator=yardstick.pk,
        region=place.pk,
        period=period.code,
        value=value,
        rule=had.rule if had else "",
        parent=had.parent_id if had else None,
        basis=had.basis if had else source_of(row),
    )
