"""放弃导入."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..sheets_in import S, open_sheet


@act("import.drop", "放弃导入", Role.CLERK)
def drop(seat: Seat, pk: int) -> Done:
    """Nothing was changed; the cells are erased, since nobody needs them any more."""
    sheet = open_sheet(seat, pk)
    sheet.state, sheet.rows, sheet.numbers = S.DROPPED, [], []
    sheet.save()
    return Done(case=sheet)
