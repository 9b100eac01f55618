"""定目标."""

from decimal import Decimal

from ...engines.indicators.rules import RuleError, read
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Target
from ..who import RECORDERS
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
