"""专项记录: enter one, one with its steps, and many from a sheet."""

import io
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...actors.views.filling import fill
from ...groups.views.common import base_of, steps
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.add_item import add_item
from ..actions.amend_item import amend_item
from ..actions.import_items import import_items
from ..actions.move_item import move_item
from ..actions.void_item import void_item
from ..book import Sheet
from ..forms.item import ItemForm
from ..models import Item, ItemStep, Programme
from ..people import OFFICE, READERS, speaks_for
from ..queries import items, programmes
from ..rows import may_write, next_steps
from ..sheet_in import NoSheet, heads_of, read, resolve
from .upload import SheetFile, table_of, template_of

SALT, KEPT = "programmes.sheet", 3600
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet_or_404(case: Programme, code: str) -> Sheet:
    """The sheet of an address."""
    found = case.book.sheet(code)
    if found is None:
        raise Http404
    return found


def trail(case: Programme, last: str) -> list[tuple[str, str]]:
    return [("专项", reverse("programmes")), (case.title, case.get_absolute_url()), (last, "")]


@needs(*READERS)
def new(request: HttpRequest, pk: int, sheet: str) -> HttpResponse:
    """登记一条; a partner its own."""
    seat = steps(request)
    case = get_object_or_404(programmes(seat), pk=pk)
    book = sheet_or_404(case, sheet)
    mine = book.partner and any(speaks_for(seat, p) for p in case.partners.all())
    if not (may_write(seat, book, None) or mine):
        raise PermissionDenied("只有工作人员和参加方的负责人可以登记。")
    form = ItemForm(
        request.POST if request.method == "POST" else None, seat=seat, case=case, sheet=book
    )
    return fill(
        request, form, lambda **data: add_item(seat, pk, sheet=sheet, **data),
        title=f"登记{book.row}：{case}", submit="登记", back=case.get_absolute_url(),
        said="已登记。", crumbs=trail(case, book.name), lead=book.note,
        onward=lambda row: row.get_absolute_url(), template="groups/form.html", base=base_of(seat),
    )  # fmt: skip


@needs(*READERS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One row: what it says, how far it is, what may come next (POST takes a step or voids)."""
    seat = steps(request)
    row = get_object_or_404(items(seat), pk=pk)
    problem = note = ""
    if request.method == "POST":
        note = request.POST.get("note", "")[:300]
        try:
            if request.POST.get("act") == "void":
                void_item(seat, pk, why=note)
            else:
                move_item(seat, pk, step=request.POST.get("step", ""), note=note)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(row)
    mine = row.by_id == seat.person_id
    hide = row.book.private if not seat.has(*OFFICE) and not mine else ""
    open_row = not row.void_why and row.programme.state == "running"
    context: dict[str, Any] = {
        "base": base_of(seat), "row": row, "book": row.book, "words": row.said(but=hide),
        "steps": next_steps(seat, row), "problem": problem, "note": note,
        "history": history_of(row),
        "may_amend": open_row and (mine or (may_write(seat, row.book, row.partner) and not row.book.own)),
        "may_void": open_row and (mine or seat.has(*OFFICE)),
        "crumbs": trail(row.programme, row.title),
    }  # fmt: skip
    return render(request, "programmes/item.html", context, status=409 if problem else 200)


def history_of(row: Item) -> list[tuple[ItemStep, str]]:
    """Each step with its word; the first is the entering."""
    rows = list(row.history.select_related("by"))
    words = [row.book.step(h.step).label if h.step != h.was else "改动" for h in rows]
    return list(zip(rows, ["登记", *words[1:]], strict=False))


@needs(*READERS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill in or correct; that it was stays in the history."""
    seat = steps(request)
    row = get_object_or_404(items(seat), pk=pk)
    if not (row.by_id == seat.person_id or may_write(seat, row.book, row.partner)):
        raise PermissionDenied("只有登记的人和工作人员可以改。")
    form = ItemForm(
        request.POST if request.method == "POST" else None, seat=seat, case=row.programme,
        sheet=row.book, row=row,
    )  # fmt: skip
    return fill(
        request, form, lambda **data: amend_item(seat, pk, **data), title=f"改：{row.title}",
        submit="存下", back=row.get_absolute_url(), said="已改。",
        crumbs=trail(row.programme, row.title), template="groups/form.html", base=base_of(seat),
    )  # fmt: skip


@needs(*OFFICE)
def intake(request: HttpRequest, pk: int, sheet: str) -> HttpResponse:
    """导入: upload, see what is taken and what is not with the reason, then take it."""
    seat = steps(request)
    case = get_object_or_404(programmes(seat), pk=pk, state="running")
    book = sheet_or_404(case, sheet)
    context: dict[str, Any] = {
        "case": case, "book": book, "form": SheetFile(), "heads": heads_of(book),
        "crumbs": trail(case, f"导入{book.name}"),
    }  # fmt: skip
    status = 200
    if request.method == "POST" and "rows" in request.POST:
        problem = take(request, seat, case, book)
        if not problem:
            return redirect(case)
        context["problem"], status = problem, 409
    elif request.method == "POST":
        form = context["form"] = SheetFile(request.POST, request.FILES)
        status = 200 if form.is_valid() and look(form, case, book, context) else 422
    return render(request, "programmes/import.html", context, status=status)


def take(request: HttpRequest, seat: Seat, case: Programme, book: Sheet) -> str:
    """Enter what was looked at; '' or what is wrong."""
    try:
        rows = signing.loads(request.POST["rows"], salt=SALT, max_age=KEPT)
        made, known = import_items(seat, case.pk, sheet=book.code, rows=rows)
    except signing.BadSignature:
        return "这张表放得太久或者被改过，请重新上传。"
    except Refused as refused:
        return str(refused)
    said = f"已导入 {made} 行。" + (f"{known} 行以前登记过，没有重复。" if known else "")
    messages.success(request, said)
    return ""


def look(form: SheetFile, case: Programme, book: Sheet, context: dict[str, Any]) -> bool:
    """Read and check the file; False with the reason on the form."""
    try:
        found = resolve(case, book, read(book, table_of(form)))
    except NoSheet as refused:
        form.add_error("file", str(refused))
        return False
    if not found.good and not found.bad:
        form.add_error("file", "表头下面没有行。")
        return False
    context["found"] = found
    context["some"] = found.good[:20]
    if found.good:
        context["rows"] = signing.dumps(found.good, salt=SALT, compress=True)
    return True


@needs(*OFFICE)
def template(request: HttpRequest, pk: int, sheet: str) -> HttpResponse:
    """样表: the columns of the sheet."""
    case = get_object_or_404(programmes(steps(request)), pk=pk)
    book = sheet_or_404(case, sheet)
    out = io.BytesIO()
    template_of(out, book)
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{book.name}样表.xlsx')}"
    return answer
