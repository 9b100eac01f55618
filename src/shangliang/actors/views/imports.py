"""导入名册: upload, map the columns, look, commit, report."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from ...engines.papers.intake import UploadRefused, check_upload, read_table
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.commit import commit
from ..actions.drop import drop
from ..actions.map_columns import map_columns
from ..actions.take_in import take_in
from ..intake.columns import COLUMNS
from ..intake.known import BODY_COLUMNS
from ..intake.plan import STATUS, Plan, Row
from ..intake.read import plan_of
from ..intake.sheets import XLSX, template, with_reasons
from ..models import Actor, ImportSheet, Register

A, S = Actor.Kind, ImportSheet.State
KINDS = {"xlsx", "xls", "csv"}
PAGE = 50
SAMPLES = 3


def file_answer(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def sheet_here(request: HttpRequest, pk: int) -> ImportSheet:
    return get_object_or_404(ImportSheet, pk=pk, committee_id=seat_of(request).committee_id)


@needs(Role.CLERK)
def imports(request: HttpRequest) -> HttpResponse:
    """Upload one, and the earlier ones with what came of them."""
    seat = seat_of(request)
    problem, kind = "", request.POST.get("kind") or request.GET.get("kind") or Register.MEMBERS
    if request.method == "POST":
        given = request.FILES.get("file")
        if given is None:
            problem = "还没有选文件。"
        else:
            try:
                if given.size and given.size > settings.UPLOAD_MAX_BYTES:
                    raise UploadRefused("too_big", "文件太大，最多 20 MB。请分成几个文件。")
                data, name = given.read(), given.name or ""
                checked = check_upload(name, data, KINDS, settings.UPLOAD_MAX_BYTES)
                table = read_table(data, name)
                sheet = take_in(seat, kind=kind, table=table, file_name=checked.name)
            except UploadRefused as refused:
                problem = refused.message_zh
            except Refused as refused:
                problem = str(refused)
            else:
                return redirect("import", sheet.pk)
    context = {
        "problem": problem,
        "kind": kind,
        "kinds": Register.choices,
        "earlier": ImportSheet.objects.filter(committee_id=seat.committee_id)
        .select_related("by")
        .defer("rows", "numbers", "header")[:20],
        "max_mb": settings.UPLOAD_MAX_BYTES // 1024 // 1024,
    }
    return render(request, "actors/imports.html", context, status=422 if problem else 200)


@needs(Role.CLERK)
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The step the sheet is at: columns, preview, or report. POST maps the columns."""
    sheet = sheet_here(request, pk)
    if request.method == "POST":
        columns = {str(n): request.POST.get(f"column-{n}", "") for n in range(len(sheet.header))}
        create = [
            k for k in request.POST.getlist("create") if k in {b[0] for b in BODY_COLUMNS.values()}
        ]
        try:
            map_columns(seat_of(request), pk, columns=columns, create=create)
        except Refused as refused:
            sheet.columns = {k: v for k, v in columns.items() if v}
            return columns_page(request, sheet, str(refused))
        return redirect("import", pk)
    if sheet.state == S.READ or (sheet.state == S.MAPPED and "columns" in request.GET):
        return columns_page(request, sheet)
    if sheet.state == S.MAPPED:
        return preview(request, sheet)
    return render(request, "actors/import_report.html", {"sheet": sheet, "report": sheet.report})


def columns_page(request: HttpRequest, sheet: ImportSheet, problem: str = "") -> HttpResponse:
    """Each column of the sheet, some of its cells, and which field it fills."""
    listed = [
        {
            "n": n,
            "name": name or f"（第 {n + 1} 列）",
            "cells": "；".join(row[n] for row in sheet.rows[:SAMPLES] if n < len(row) and row[n]),
            "field": sheet.columns.get(str(n), ""),
        }
        for n, name in enumerate(sheet.header)
    ]
    context = {
        "sheet": sheet,
        "listed": listed,
        "fields": COLUMNS[Register(sheet.kind)],
        "problem": problem,
        "steps": steps(0),
    }
    return render(request, "actors/import_columns.html", context, status=422 if problem else 200)


def steps(at: int) -> list[dict[str, Any]]:
    """The wizard's ribbon."""
    names = ("对应列", "核对", "导入")
    return [
        {"label": name, "state": "done" if n < at else "now" if n == at else "", "current": n == at}
        for n, name in enumerate(names)
    ]


def preview(request: HttpRequest, sheet: ImportSheet) -> HttpResponse:
    """What would happen, errors first; nothing has been changed."""
    plan: Plan = plan_of(sheet)
    show = request.GET.get("show") or (
        "error" if plan.errors else "new" if plan.count("new") else "changed"
    )
    rows: list[Row] = [r for r in plan.rows if r.status == show]
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "sheet": sheet,
        "page_obj": page,
        "show": show,
        "tabs": [
            {"label": word, "url": f"?show={key}", "count": plan.count(key), "current": key == show}
            for key, word in (
                ("error", STATUS["error"]),
                *((k, STATUS[k]) for k in ("new", "changed", "same")),
            )
        ],
        "good": len(plan.good) - plan.count("same"),
        "plan": plan,
        "errors": len(plan.errors),
        "unknown": [
            (kind, A(kind).label, sorted(names.items()), kind in sheet.create)
            for kind, names in plan.unknown.items()
        ],
        "columns": sheet.columns,
        "steps": steps(1),
    }
    return render(request, "actors/import_preview.html", context)


@require_POST
@needs(Role.CLERK)
def import_commit(request: HttpRequest, pk: int) -> HttpResponse:
    """导入, all good rows in one transaction."""
    sheet_here(request, pk)
    try:
        commit(seat_of(request), pk)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("import", pk)


@require_POST
@needs(Role.CLERK)
def import_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to create unknown parties, groups or systems along the way, or take it back."""
    sheet = sheet_here(request, pk)
    allowed = {kind for kind, _, creatable in BODY_COLUMNS.values() if creatable}
    chosen = [k for k in request.POST.getlist("create") if k in allowed]
    try:
        map_columns(seat_of(request), pk, columns=sheet.columns, create=chosen)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("import", pk)


@require_POST
@needs(Role.CLERK)
def import_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """放弃, nothing was changed."""
    sheet_here(request, pk)
    try:
        drop(seat_of(request), pk)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已放弃，名册没有变。")
    return redirect("imports")


@needs(Role.CLERK)
def import_errors(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows with errors, the reason first."""
    sheet = sheet_here(request, pk)
    if sheet.state != S.MAPPED:
        if sheet.state == S.DONE and sheet.report.get("errors"):
            return file_answer(report_errors(sheet), "有错的行.xlsx")
        raise Http404
    return file_answer(with_reasons(sheet, plan_of(sheet)), "有错的行.xlsx")


def report_errors(sheet: ImportSheet) -> bytes:
    """After the commit the reasons are those of the report, since the register has changed."""
    known = {number: words for number, _, words in sheet.report["errors"]}
    rows = [Row(number=n, name="", errors=[known[n]]) for n in sheet.numbers if n in known]
    return with_reasons(sheet, Plan(rows))


@needs(Role.CLERK)
def import_template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty list to fill in."""
    if kind not in COLUMNS:
        raise Http404
    return file_answer(template(kind), f"{Register(kind).label}模板.xlsx")
