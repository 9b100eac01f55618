"""对应列."""

from collections.abc import Collection

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake.columns import missing, remember
from ..sheets_in import S, open_sheet


@act("import.map", "对应列", Role.CLERK)
def map_columns(
    seat: Seat, pk: int, *, columns: dict[str, str], create: Collection[str] = ()
) -> Done:
    """Which column fills which field; the office's names are remembered for the next time."""
    sheet = open_sheet(seat, pk)
    chosen = {at: key for at, key in columns.items() if key}
    if lacking := missing(sheet.kind, chosen):
        raise refuse("还没有对好：" + "、".join(lacking))
    sheet.columns, sheet.create, sheet.state = chosen, sorted(create), S.MAPPED
    sheet.save()
    remember(sheet.kind, sheet.header, chosen, seat.committee_id)
    return Done(case=sheet, detail={"columns": len(chosen)})
