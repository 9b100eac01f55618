"""导入."""

from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake.read import plan_of
from ..intake.store import store
from ..sheets_in import S, open_sheet


@act("import.commit", "导入", Role.CLERK)
def commit(seat: Seat, pk: int) -> Done:
    """Everything that has no error, in one transaction: all of it or, if anything fails, nothing."""
    sheet = open_sheet(seat, pk)
    if sheet.state != S.MAPPED:
        raise refuse("请先对应列、看过预览，再导入。")
    plan = plan_of(sheet)
    if not plan.good:
        raise refuse("每一行都有错，没有可导入的。请下载有错的行改好再传。")
    counts = store(sheet, plan)
    sheet.state, sheet.done_at = S.DONE, timezone.now()
    sheet.report = counts | {
        "errors": [[r.number, r.name, "；".join(r.errors)] for r in plan.errors]
    }
    sheet.save()
    return Done(case=sheet, detail={"kind": sheet.kind} | counts)
