"""协商：登记到会."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation, Party


@verb(CONSULTATION, "mark_came", Consultation)
def mark_came(
    case: Consultation, seat: Seat, *, came: Sequence[int], deputies: dict[str, str] | None = None
) -> Done:
    """Everybody on the list is marked: those named came, the others did not."""
    ids = set(came)
    rows = list(case.parties.all())
    if ids - {row.pk for row in rows}:
        raise refuse("有人不在参加名单里，请先加上。")
    for row in rows:
        row.came = row.pk in ids
        row.deputy = (deputies or {}).get(str(row.pk), row.deputy)[:60]
    Party.objects.bulk_update(rows, ["came", "deputy"])
    return Done(detail={"came": len(ids), "of": len(rows)})
