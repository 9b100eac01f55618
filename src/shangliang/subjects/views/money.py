"""资金: all funds, one fund by level and county, one line, and the sheet that is imported."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...engines.papers.intake import UploadRefused, check_upload, read_table
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ..actions.add_fund_line import add_fund_line
from ..actions.commit_money import commit_money
from ..flow import FUND_LINE
from ..flow.people import OFFICE
from ..forms.money import NewLine, Sheet
from ..intake import NoSheet, check, rows_of
from ..models import FundLine, FundReason, Subject
from ..moneyboard import board_of
from ..queries import lines, subjects
from ..rules import rules
from .buttons import buttons

READERS = (
    Role.SUPERVISOR,
    Role.CLERK,
    Role.LEADER,
    Role.ORGANISER,
    Role.UNIT_STAFF,
    Role.UNIT_HEAD,
)
SALT = "shangliang.subjects.money"
KEPT = 3600  # seconds a looked-at sheet may wait for its commit
LARGEST = 2 * 1024 * 1024


@needs(*READERS)
def funds(request: HttpRequest) -> HttpResponse:
    """Every fund with its two failures; what burns first."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    rows: dict[int, list[FundLine]] = {}
    for line in lines(seat).order_by("level", "pk"):
        rows.setdefault(line.fund_id, []).append(line)
    every = subjects(seat).filter(kind=Subject.Kind.FUND)
    office = seat.has(*OFFICE, Role.LEADER)
    found: list[dict[str, Any]] = [
        {"fund": fund, "board": board_of(rows.get(fund.pk, []))}
        for fund in every
        if office or fund.pk in rows
    ]
    found.sort(key=lambda x: (-x["board"].missing - x["board"].unspent, x["fund"].name))
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "missing": sum(x["board"].missing for x in found),
        "unspent": sum(x["board"].unspent for x in found),
        "may": seat.has(*OFFICE),
    }
    return render(request, "subjects/funds.html", context)


@needs(*READERS)
def fund(request: HttpRequest, pk: int) -> HttpResponse:
    """One fund by level and county. ``?show=missing`` or ``unspent``; POST adds a line."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(subjects(seat), pk=pk, kind=Subject.Kind.FUND)
    form = NewLine(request.POST or None, committee_id=seat.committee_id)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_fund_line(seat, fund=row.pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已立：{made}")
            return redirect("fund", pk=pk)
    board = board_of(list(lines(seat).filter(fund=row).order_by("level", "pk")))
    show = request.GET.get("show", "")
    shown = {
        "missing": [x for x in board.lines if x.missing],
        "unspent": [x for x in board.lines if x.unspent],
    }.get(show, board.lines)
    context = {
        "fund": row,
        "board": board,
        "shown": shown,
        "show": show if show in ("missing", "unspent") else "",
        "form": form if seat.has(*OFFICE) else None,
        "rules": rules(),
        "topics": topics_of(seat, row),
        "may_ask": seat.has(*OFFICE),
        "mine": seat.units,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "subjects/fund.html", context, status=status)


def topics_of(seat: Seat, subject: Subject) -> list[Any]:
    """Topics about this fund: nominated of it, or linked by hand."""
    from ..pointers import POINTERS

    found: list[Any] = []
    for label in ("议题", "关联的事"):
        if label in POINTERS:
            found += POINTERS[label](seat, subject)
    return found


@needs(*READERS)
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line: entries with proofs, questions and reasons, and its verbs."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(lines(seat), pk=pk)
    [shown] = board_of([row]).lines
    context = {
        "line": row,
        "shown": shown,
        "verbs": buttons(
            "fund_line",
            row.pk,
            offers(FUND_LINE, seat, row),
            request.path,
            ("give_reason", "ask_reason"),
        ),
        "entries": row.entries.select_related("proof", "by").order_by("-on", "-pk"),
        "reasons": [
            {"row": r, "word": rules().reasons.get(r.code, "")}
            for r in FundReason.objects.filter(committee_id=seat.committee_id, line=row)
            .select_related("asked_by", "given_by")
            .order_by("-pk")
        ],
        "state": FUND_LINE.label_of(row.state),
    }
    return render(request, "subjects/line.html", context)


class Commit(forms.Form):
    """The looked-at sheet on its way back."""

    sheet = forms.CharField(widget=forms.HiddenInput)


@needs(*OFFICE)
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """导入: upload, look at every row with its errors, then commit in one go."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(subjects(seat), pk=pk, kind=Subject.Kind.FUND)
    context: dict[str, Any] = {"fund": row, "form": Sheet()}
    status = 200
    if request.method == "POST" and "sheet" in request.POST:
        try:
            rows = signing.loads(request.POST["sheet"], salt=SALT, max_age=KEPT)
            commit_money(seat, fund=row.pk, rows=rows)
        except signing.BadSignature:
            context["problem"] = "这张表放得太久或者被改过，请重新上传。"
        except Refused as refused:
            context["problem"] = str(refused)
            context["rows"] = check(seat, rows)
        else:
            messages.success(request, f"已导入 {len(rows)} 行")
            return redirect("fund", pk=pk)
        status = 409
    elif request.method == "POST":
        form = context["form"] = Sheet(request.POST, request.FILES)
        status = 422
        if form.is_valid():
            upload = form.cleaned_data["file"]
            try:
                data = upload.read(LARGEST + 1)
                check_upload(upload.name, data, {"xlsx", "xls", "csv"}, LARGEST)
                rows = rows_of(read_table(data, upload.name), form.cleaned_data["unit"])
            except UploadRefused as refused:
                form.add_error("file", refused.message_zh)
            except NoSheet as refused:
                form.add_error("file", str(refused))
            else:
                status = 200
                context["rows"] = checked = check(seat, rows)
                context["bad"] = sum(bool(x.errors) for x in checked)
                if checked and not context["bad"]:
                    context["commit"] = signing.dumps(rows, salt=SALT)
                if not checked:
                    form.add_error("file", "表头下面没有内容。")
                    status = 422
    return render(request, "subjects/money_import.html", context, status=status)
