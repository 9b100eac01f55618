"""上传名册."""

from datetime import date

from ...engines.papers.intake import Table
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake.columns import COLUMNS, guess
from ..models import ImportSheet

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
