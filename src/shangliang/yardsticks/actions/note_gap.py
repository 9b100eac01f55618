"""提差距: somebody found that something falls short; it stays in sight until a check closes it."""

from decimal import Decimal

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..lookup import region as find_region
from ..models import Gap
from ..who import NOTERS, owns
from .readings import amount


@act("gap.note", "提差距")
def note_gap(
    seat: Seat,
    *,
    subject: str,
    text: str,
    owner: int | None = None,
    indicator: int | str | None = None,
    size: Decimal | int | str | None = None,
    source_type: str = "",
    source_id: int | None = None,
    region: int | str | None = None,
    unit: str = "",
    cause: str = "",
    against: str = "",
) -> Done:
    """Note a gap. ``subject`` says in a line what falls short, ``text`` how it shows.

    ``owner``: the body that must mend it, if one knows. ``size``: below zero is behind, in ``unit``
    or the indicator's unit of difference. The office notes any; a unit its own.
    """
    if not (seat.has(*NOTERS) or owns(seat, owner)):
        raise refuse("专委会、督办机构、提案委和领导可以提差距，单位可以提自己的差距。", "who")
    if not subject.strip():
        raise refuse("请用一句话写差在哪里。")
    if (
        owner is not None
        and not Actor.objects.filter(pk=owner, committee_id=seat.committee_id, active=True).exists()
    ):
        raise refuse("没有找到这个责任单位。", "wall")
    yardstick = find_indicator(seat.committee_id, indicator) if indicator is not None else None
    place = find_region(seat.committee_id, region) if region is not None else None
    if against and against not in Gap.Against.values:
        raise refuse("请选和谁比：全市、全省、标杆、目标、去年或标准。")
    row = Gap.objects.create(
        committee_id=seat.committee_id,
        subject=subject.strip()[:200],
        text=text.strip(),
        yardstick=yardstick,
        region=place,
        against=against,
        size=amount(size),
        unit=unit or (difference_unit(yardstick.unit) if yardstick else ""),
        cause=cause.strip(),
        owner_id=owner or (place.speaks_id if place else None),
        source_type=source_type,
        source_id=source_id,
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"owner": row.owner_id, "source": source_id})


def difference_unit(unit: str) -> str:
    """Of percentages the points; of anything else the unit itself."""
    from ...engines.indicators.units import unit_of

    return unit_of(unit).difference if unit else ""
