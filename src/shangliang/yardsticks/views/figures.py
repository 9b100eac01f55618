"""报表入库: upload, map the columns once, look at every figure, take in, report."""

from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from ...engines.indicators.book import read_file
from ...engines.indicators.grid import SheetRead, SheetRefused, read_sheet
from ...engines.indicators.periods import of_code
from ...engines.papers.intake import UploadRefused, check_upload
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.commit import commit
from ..actions.drop import drop
from ..actions.map_columns import map_columns
from ..actions.take_in import take_in
from ..comparing import number_of, shown
from ..figures_in import plan
from ..figures_known import Known, Planned
from ..models import Batch
from ..who import KEEPERS

KINDS = {"xlsx", "xls", "csv"}
PAGE = 100
S = Batch.State


def sheet_of(request: HttpRequest) -> tuple[SheetRead, str]:
    """The uploaded file, or a table pasted from a document."""
    given = request.FILES.get("file")
    pasted = request.POST.get("pasted", "")
    if given is None and not pasted.strip():
        raise SheetRefused("还没有选文件，也没有粘贴表格。")
    if given is None:
        rows: list[list[object]] = [
            list(line.split("\t")) for line in pasted.splitlines() if line.strip()
        ]
        if max(len(r) for r in rows) < 2:
            raise SheetRefused("粘贴的内容没有分列。请从表格软件里选中单元格再复制，或者上传文件。")
        return read_sheet(rows), "粘贴的表"
    if given.size and given.size > settings.UPLOAD_MAX_BYTES:
        raise SheetRefused("文件太大，最多 20 MB。请分成几个文件。")
    data, name = given.read(), given.name or ""
    checked = check_upload(name, data, KINDS, settings.UPLOAD_MAX_BYTES)
    return read_file(data, checked.kind), checked.name


@needs(*KEEPERS)
def figures_in(request: HttpRequest) -> HttpResponse:
    """Upload one, and the earlier ones with what came of them."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        try:
            sheet, name = sheet_of(request)
            row = take_in(
                seat, sheet=sheet, file_name=name, source=request.POST.get("source", ""),
                on=parse_date(request.POST.get("on", "")),
            )  # fmt: skip
        except UploadRefused as refused:
            problem = refused.message_zh
        except (SheetRefused, Refused) as refused:
            problem = str(refused)
        except ValueError:
            problem = "数据日期不对，请按2026-07-20这样写。"
        else:
            return redirect("figures-batch", row.pk)
    context = {
        "problem": problem,
        "earlier": Batch.objects.filter(committee_id=seat.committee_id)
        .select_related("by").defer("sheet", "mapping")[:20],
        "max_mb": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
    }  # fmt: skip
    return render(request, "yardsticks/figures_in.html", context, status=422 if problem else 200)


@needs(*KEEPERS)
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """The step the sheet is at."""
    seat = seat_of(request)
    row = get_object_or_404(Batch, pk=pk, committee_id=seat.committee_id)
    problem = ""
    if request.method == "POST":
        columns: dict[str, dict[str, Any]] = {}
        for head in row.sheet.get("heads", []):
            at = str(head["at"])
            columns[at] = {
                "indicator": number_of(request.POST.get(f"i-{at}", "")),
                "unit": request.POST.get(f"u-{at}", "").strip()[:20],
            }
        try:
            map_columns(seat, pk, columns=columns, period=request.POST.get("period", "")[:30])
        except Refused as refused:
            problem = str(refused)
            row.mapping = {"columns": columns, "period": request.POST.get("period", "")[:30]}
        else:
            return redirect("figures-batch", pk)
    if problem or row.state == S.READ or (row.state == S.MAPPED and "columns" in request.GET):
        return mapping_page(request, row, problem)
    if row.state == S.MAPPED:
        return preview(request, row)
    return render(request, "yardsticks/batch_report.html", {"row": row, "report": row.report})


def mapping_page(request: HttpRequest, row: Batch, problem: str) -> HttpResponse:
    """Each column with its head, unit and some figures; which indicator it is."""
    known = Known(row.committee_id)
    columns = row.mapping.get("columns", {})
    listed = []
    for head in row.sheet.get("heads", []):
        if head["kind"] == "region":
            continue
        said = columns.get(str(head["at"]), {})
        listed.append({
            "head": head, "chosen": said.get("indicator"), "unit": said.get("unit", head["unit"]),
            "cells": "；".join(plain_cell(r[head["at"]]) for r in row.sheet.get("rows", [])[:3] if head["at"] < len(r) and r[head["at"]] not in ("", None)),
        })  # fmt: skip
    period = row.mapping.get("period") or row.sheet.get("period") or ""
    with suppress(ValueError):
        period = of_code(period).label(True)
    context = {
        "row": row, "listed": listed, "period": period, "problem": problem,
        "indicators": [(y.pk, f"{y.name}（{y.unit}）") for y in known.by_id.values() if y.valid_to is None],
        "long": row.sheet.get("layout") == "long",
    }  # fmt: skip
    return render(request, "yardsticks/batch_columns.html", context, status=422 if problem else 200)


def period_words(one: Planned) -> str:
    """2026年1—10月 for what accumulates, 2026年10月 for what does not."""
    if not one.period:
        return ""
    return of_code(one.period).label(
        one.yardstick is not None and one.yardstick.span == "cumulative"
    )


def plain_cell(cell: object) -> str:
    """A cell as it stands in the sheet: 1, not 1.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


STATUS = {
    "error": ("没有取", "late"),
    "new": ("新数", "ok"),
    "revise": ("修订", "near"),
    "same": ("没有变", ""),
}


def standing(one: Planned) -> tuple[str, str]:
    """(word, tone) of a row; a dash of the bureau is no figure, though it is kept as such."""
    if one.status == "new" and one.value is None:
        return "没有数", "near"
    return STATUS[one.status]


def preview(request: HttpRequest, row: Batch) -> HttpResponse:
    """Every figure with its doubts, the stopped ones first; nothing is recorded yet."""
    rows = plan(row)
    counts = dict.fromkeys(STATUS, 0)
    for one in rows:
        counts[one.status] += 1
    order = {"error": 0, "revise": 1, "new": 2, "same": 3}
    rows.sort(key=lambda r: (order[r.status], not r.flags, r.row))
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    lines = [
        {
            "one": one, "period": period_words(one),
            "text": shown(one.value, one.yardstick.decimals) if one.yardstick and one.value is not None and one.status != "error" else one.said or "—",
            "had": shown(one.had[1], one.yardstick.decimals) if one.had and one.yardstick else "",
            "word": standing(one)[0], "tone": standing(one)[1],
        }
        for one in found.object_list
    ]  # fmt: skip
    known = [(label, counts[name]) for name, (label, _) in STATUS.items()]
    context = {
        "row": row, "lines": lines, "page_obj": found, "counts": known,
        "good": counts["new"] + counts["revise"], "notes": row.sheet.get("notes", []),
        "long": row.sheet.get("layout") == "long",
    }  # fmt: skip
    return render(request, "yardsticks/batch_preview.html", context)


@require_POST
@needs(*KEEPERS)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Record it, at once or by a job."""
    seat = seat_of(request)
    get_object_or_404(Batch, pk=pk, committee_id=seat.committee_id)
    try:
        found = commit(seat, pk)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("figures-batch", pk)
    if not isinstance(found, Batch):
        return redirect(reverse("job", args=[found.pk]))
    return redirect("figures-batch", pk)


@require_POST
@needs(*KEEPERS)
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the sheet up; nothing was recorded."""
    seat = seat_of(request)
    get_object_or_404(Batch, pk=pk, committee_id=seat.committee_id)
    try:
        drop(seat, pk)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已放弃这张表，什么都没有记入。")
    return redirect("figures-in")
