"""报表入库: upload, map once, look, take in. Large sheets are taken in by a job with errors by row."""

from datetime import date
from typing import Any

from django.utils import timezone

from ...engines.indicators.book import plain
from ...engines.indicators.grid import SheetRead
from ...jobs.run import enqueue
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..figures_in import guess
from ..figures_known import Known
from ..models import Batch, Layout, Yardstick
from ..turned_tables import set_upright
from ..who import KEEPERS

S = Batch.State
AT_ONCE = 3_000  # figures; more are a job
JOB = "yardsticks.figures"


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


def open_batch(seat: Seat, pk: int) -> Batch:
    """The sheet, locked, unless taken in or dropped before."""
    row = lock(Batch, pk, seat.committee_id)
    if row.state in (S.DONE, S.RUNNING):
        raise refuse("这张表已经记入了，不会再记第二遍。")
    if row.state == S.DROPPED:
        raise refuse("这张表已经放弃，请重新上传。")
    return row


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


@act("figures.commit", "记入报表", *KEEPERS)
def commit(seat: Seat, pk: int) -> Done:
    """Take in every figure that nothing stops; the others are named by row."""
    from ..batches import store

    row = open_batch(seat, pk)
    if row.state != S.MAPPED:
        raise refuse("请先对应指标、看过预览，再记入。")
    size = len(row.sheet["rows"]) * (
        1 if row.sheet["layout"] == "long" else len(row.mapping["columns"])
    )
    if size > AT_ONCE:
        row.state = S.RUNNING
        row.save(update_fields=["state"])
        job = enqueue(
            committee_id=seat.committee_id, person_id=seat.person_id, kind=JOB,
            params={"batch": pk}, title=f"记入报表：{row.file_name}",
        )  # fmt: skip
        return Done(case=row, result=job, detail={"job": job.pk})
    report = store(row, seat.person_id)
    if not report["new"] and not report["revised"] and not report["same"]:
        raise refuse("每一行都有疑点，没有可以记入的。请改好再传。")
    return Done(case=row, detail={k: report[k] for k in ("new", "revised", "same", "wrong")})


@act("figures.store", "作业记入报表", Role.ORGANISER, Role.SUPERVISOR)
def finish(seat: Seat, pk: int, *, report: dict[str, Any]) -> Done:
    """The job's end: what was taken in, as an event."""
    row = lock(Batch, pk, seat.committee_id)
    row.state, row.done_at, row.report = S.DONE, timezone.now(), report
    row.save(update_fields=["state", "done_at", "report"])
    return Done(case=row, detail={k: report[k] for k in ("new", "revised", "same", "wrong")})


@act("figures.drop", "放弃报表", *KEEPERS)
def drop(seat: Seat, pk: int) -> Done:
    """Nothing was recorded; the cells are erased."""
    row = open_batch(seat, pk)
    row.state, row.sheet = S.DROPPED, {}
    row.save(update_fields=["state", "sheet"])
    return Done(case=row)
