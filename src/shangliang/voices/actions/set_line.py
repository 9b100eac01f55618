"""记乡镇账."""

from datetime import date
from decimal import Decimal

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import mine
from ..models import Charge, TownshipLine


@act("charge.line", "记乡镇账")
def set_line(
    seat: Seat,
    *,
    charge: int,
    kind: str,
    title: str,
    source: str,
    on: date,
    plan: str = "",
    done: str = "",
    unit: str = "",
) -> Done:
    """One line of plan and done; a number without its source is not taken (S-077)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.TOWNSHIP:
        raise refuse("只有乡镇有这本账。")
    if kind not in TownshipLine.Kind.values or not title.strip():
        raise refuse("请选是哪一项，并写事项。")
    if not source.strip():
        raise refuse("请写数从哪里来。")
    line, _ = TownshipLine.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, kind=kind, title=title.strip()[:120],
        defaults={"plan": number(plan), "done": number(done), "unit": unit.strip()[:20],
                  "source": source.strip()[:200], "on": on},
    )  # fmt: skip
    return Done(case=row, about=line, detail={"kind": kind, "on": on})


def number(text: str) -> Decimal | None:
    """A number as people write it, or nothing."""
    text = text.strip().replace(",", "").replace("，", "")
    if not text:
        return None
    try:
        value = Decimal(text)
    except ArithmeticError:
        raise refuse(f"“{text[:20]}”不是数字。") from None
    if not value.is_finite() or abs(value) >= Decimal("1e12"):
        raise refuse("数太大了，请换个单位。")
    return value.quantize(Decimal("0.01"))
