"""导入名册: a sheet as it is read, before its columns are mapped and its plan is looked at."""

from ..procedures.perform import lock
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import ImportSheet

S = ImportSheet.State


def open_sheet(seat: Seat, pk: int) -> ImportSheet:
    """The sheet, locked, unless it was committed or dropped before."""
    sheet = lock(ImportSheet, pk, seat.committee_id)
    if sheet.state == S.DONE:
        raise refuse("这张表已经导入过了，不会再导第二遍。")
    if sheet.state == S.DROPPED:
        raise refuse("这张表已经放弃，请重新上传。")
    return sheet
