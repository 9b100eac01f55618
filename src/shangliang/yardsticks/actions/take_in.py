"""上传报表."""

from datetime import date
from typing import Any

from ...engines.indicators.book import plain
from ...engines.indicators.grid import SheetRead
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..figures import S
from ..figures_in import guess
from ..figures_known import Known
from ..models import Batch, Layout
from ..turned_tables import set_upright
from ..who import KEEPERS


@act("figures.take_in", "上传报表", *KEEPERS)
def take_in(seat: Seat, *, sheet: SheetRead, file_name: str, source: str, on: date | None) -> Done:
    """Keep the sheet on its way; nothing is recorded yet. A known shape comes mapped already.

    Raises :class:`SheetRefused` for a table that lies across and names no period.
    """
    if not source.strip():
        raise refuse("请写这张表从哪里来，例如市统计局、市财政局。")
    said_on = on or today()
    if said_on > today():
        raise refuse("数据日期不能晚于今天。")
    known = Known(seat.committee_id)
    sheet = set_upright(sheet, known)
    content = {
        "layout": sheet.layout,
        "title": sheet.title,
        "period": sheet.period.code if sheet.period else "",
        "heads": [
            {"at": h.at, "name": h.name, "unit": h.unit, "kind": h.kind} for h in sheet.heads
        ],
        "rows": [[plain(c) for c in row] for row in sheet.rows],
        "numbers": sheet.numbers,
        "notes": sheet.notes,
        "print": sheet.print,
    }
    layout = Layout.objects.filter(committee_id=seat.committee_id, print=sheet.print).first()
    if layout:
        mapping: dict[str, Any] = dict(layout.mapping) | {"period": content["period"]}
    else:
        mapping = guess(content, known)
    whole = sheet.layout == "long" or (layout is not None and bool(content["period"]))
    row = Batch.objects.create(
        committee_id=seat.committee_id,
        file_name=file_name[:200],
        state=S.MAPPED if whole else S.READ,
        source=source.strip()[:120],
        on=said_on,
        sheet=content,
        mapping=mapping,
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"rows": len(sheet.rows), "known": layout is not None})
