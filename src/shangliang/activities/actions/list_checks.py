"""列检查清单."""

from collections.abc import Sequence

from django.db.models import Max

from ...documents.queries import clauses as known_clauses
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..checklist import own
from ..models import Check

MOST = 100


@act("check.list", "列检查清单")
def list_checks(
    seat: Seat, *, activity: int, clauses: Sequence[int] = (), lines: str = "", source: str = ""
) -> Done:
    """From clauses already read out of a paper, or typed a line each with the paper's name."""
    row = own(seat, activity)
    found = list(known_clauses(seat).filter(pk__in=clauses).select_related("intake"))
    wanted = [(c.text, f"{c.intake} {c.address}") for c in found]
    typed = [line.strip() for line in lines.splitlines() if line.strip()]
    if typed and not source.strip():
        raise refuse("请写条文出自哪个文件。")
    wanted += [(text, source.strip()) for text in typed]
    there = set(row.checks.values_list("text", flat=True))
    new = {text[:400]: where[:200] for text, where in wanted if text[:400] not in there}
    if not new:
        raise refuse("请选条文，或者一行写一条；已经在清单上的不再列。")
    if len(there) + len(new) > MOST:
        raise refuse(f"一次视察最多 {MOST} 条，请分几次。")
    last = row.checks.aggregate(last=Max("order"))["last"] or 0
    Check.objects.bulk_create(
        Check(committee_id=seat.committee_id, activity=row, order=n, text=text, source=where)
        for n, (text, where) in enumerate(new.items(), last + 1)
    )
    return Done(case=row, detail={"count": len(new)})
