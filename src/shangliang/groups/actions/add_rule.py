"""加组成要求."""

from decimal import Decimal

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..compose import term_of
from ..models import CompositionRule
from ..words import MEASURES, SCOPES


@act("composition.add", "加组成要求", Role.CLERK)
def add_rule(
    seat: Seat,
    *,
    scope: str,
    measure: str,
    way: str,
    value: Decimal,
    source: str,
    percent: bool = True,
    sector: int | None = None,
    term: int | None = None,
) -> Done:
    """A share in percent or a count of people. The same thing is asked once a term."""
    if scope not in SCOPES or measure not in MEASURES or way not in CompositionRule.Way.values:
        raise refuse("请选在哪些人里、看什么、要求。")
    if value < 0 or (percent and value > 100) or value > 9999:
        raise refuse("百分比写 0 到 100，人数写 0 到 9999。")
    if not source.strip():
        raise refuse("请写依据的文件。")
    if (measure == "sector") != bool(sector):
        raise refuse("看界别的要选哪个界别，别的不选。")
    if sector and not Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.SECTOR, pk=sector
    ):
        raise refuse("没有这个界别。", "wall")
    within = term_of(seat, term)
    known = CompositionRule.objects.filter(
        committee_id=seat.committee_id, term=within, scope=scope, measure=measure, way=way,
        sector_id=sector, percent=percent,
    )  # fmt: skip
    if known.exists():
        raise refuse("这一条已经有了；要改数，先去掉旧的再加。")
    row = CompositionRule.objects.create(
        committee_id=seat.committee_id, term=within, scope=scope, measure=measure, way=way,
        value=value, percent=percent, sector_id=sector, source=source.strip()[:200],
        by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=within, about=row, detail={"measure": measure}, result=row)
