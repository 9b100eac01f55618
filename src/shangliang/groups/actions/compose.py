"""组成要求: a rule on who makes up a term, the usual ones taken over, or one taken out."""

import tomllib
from decimal import Decimal
from pathlib import Path

from ...actors.models import Actor, Term
from ...actors.queries import current_term
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import CompositionRule
from ..words import MEASURES, SCOPES

USUAL = Path(__file__).parents[1] / "presets" / "composition.toml"


def term_of(seat: Seat, pk: int | None) -> Term:
    """A term that is not frozen."""
    term = (
        Term.objects.filter(committee_id=seat.committee_id, pk=pk).first()
        if pk
        else current_term(seat.committee_id)
    )
    if term is None:
        raise refuse("还没有登记届，请先到“届次”登记。")
    if term.is_past(today()):
        raise refuse(f"{term}已经封存，不能再改。")
    return term


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


@act("composition.usual", "列入常用组成要求", Role.CLERK)
def take_usual(seat: Seat, *, term: int | None = None) -> Done:
    """Those of the release that the term has not; each is then mended to the local paper."""
    within = term_of(seat, term)
    rows = tomllib.loads(USUAL.read_text(encoding="utf-8"))["rule"]
    known = set(
        CompositionRule.objects.filter(committee_id=seat.committee_id, term=within).values_list(
            "scope", "measure", "way"
        )
    )
    made = CompositionRule.objects.bulk_create(
        CompositionRule(
            committee_id=seat.committee_id, term=within, by_id=seat.person_id, percent=True, **row
        )
        for row in rows
        if (row["scope"], row["measure"], row["way"]) not in known
    )
    if not made:
        raise refuse("常用的都已列入。")
    return Done(case=within, detail={"count": len(made)}, result=len(made))


@act("composition.drop", "去掉组成要求", Role.CLERK)
def drop_rule(seat: Seat, pk: int) -> Done:
    """The event keeps what it asked."""
    row = (
        CompositionRule.objects.select_related("term")
        .filter(committee_id=seat.committee_id, pk=pk)
        .first()
    )
    if row is None:
        raise refuse("没有这一条。", "wall")
    term_of(seat, row.term_id)
    detail = {"measure": row.measure, "way": row.way, "value": str(row.value)}
    term = row.term
    row.delete()
    return Done(case=term, detail=detail)
