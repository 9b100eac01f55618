"""导入名册: a sheet is read, its columns mapped, its plan looked at, and committed at once."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from ...engines.papers.intake import Table
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake.columns import COLUMNS, guess, missing, remember
from ..intake.read import plan_of
from ..intake.store import store
from ..models import ImportSheet

S = ImportSheet.State
MOST_ROWS = 20_000


def text_of(cell: str | date) -> str:
    return cell.isoformat() if isinstance(cell, date) else cell


@act("import.read", "上传名册", Role.CLERK)
def take_in(seat: Seat, *, kind: str, table: Table, file_name: str) -> Done:
    """Keep the sheet's cells on the way to the register; nothing is changed yet."""
    if kind not in COLUMNS:
        raise refuse("没有这一类名册。")
    if not table.rows:
        raise refuse("表头下面没有内容。")
    if len(table.rows) > MOST_ROWS:
        raise refuse(
            f"一次最多导入 {MOST_ROWS:,} 行，这张表有 {len(table.rows):,} 行，请分成几张。"
        )
    sheet = ImportSheet.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        file_name=file_name[:200],
        header=table.header,
        rows=[[text_of(c) for c in row] for row in table.rows],
        numbers=table.row_numbers,
        warnings=table.warnings,
        columns=guess(kind, table.header, seat.committee_id),
        by_id=seat.person_id,
    )
    return Done(case=sheet, detail={"kind": kind, "rows": len(table.rows)})


def open_sheet(seat: Seat, pk: int) -> ImportSheet:
    """The sheet, locked, unless it was committed or dropped before."""
    sheet = lock(ImportSheet, pk, seat.committee_id)
    if sheet.state == S.DONE:
        raise refuse("这张表已经导入过了，不会再导第二遍。")
    if sheet.state == S.DROPPED:
        raise refuse("这张表已经放弃，请重新上传。")
    return sheet


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


@act("import.drop", "放弃导入", Role.CLERK)
def drop(seat: Seat, pk: int) -> Done:
    """Nothing was changed; the cells are erased, since nobody needs them any more."""
    sheet = open_sheet(seat, pk)
    sheet.state, sheet.rows, sheet.numbers = S.DROPPED, [], []
    sheet.save()
    return Done(case=sheet)
