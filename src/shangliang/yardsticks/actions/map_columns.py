"""对应指标."""

from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..figures import S, open_batch
from ..models import Layout, Yardstick
from ..who import KEEPERS


@act("figures.map", "对应指标", *KEEPERS)
def map_columns(seat: Seat, pk: int, *, columns: dict[str, dict[str, Any]], period: str) -> Done:
    """Which column is which indicator in which unit; remembered for the next sheet of this shape."""
    row = open_batch(seat, pk)
    chosen = {at: c for at, c in columns.items() if c.get("indicator")}
    if not chosen:
        raise refuse("还没有一列对上指标。")
    ids = [c["indicator"] for c in chosen.values()]
    if len(set(ids)) != len(ids):
        raise refuse("两列对到了同一个指标，请只留一列。")
    rows = Yardstick.objects.filter(
        committee_id=seat.committee_id, pk__in=ids, kind=Yardstick.Kind.INDICATOR
    )
    if rows.count() != len(ids):
        raise refuse("没有找到其中的指标。", "wall")
    if not period.strip():
        raise refuse("请填这张表是哪个期间，例如2026年上半年。")
    row.mapping, row.state = {"columns": chosen, "period": period.strip()}, S.MAPPED
    row.save(update_fields=["mapping", "state"])
    Layout.objects.update_or_create(
        committee_id=seat.committee_id, print=row.sheet["print"],
        defaults={"mapping": {"columns": chosen}, "name": row.sheet["title"][:200]},
    )  # fmt: skip
    return Done(case=row, detail={"columns": len(chosen)})
