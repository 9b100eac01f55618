"""题库: all banks, one with its questions and their sources, and the sheet that is imported."""

import io
from collections import Counter
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...engines.papers.intake import UploadRefused, check_upload, read_table
from ...procedures.verdicts import Refused
from ...records.exporting import XLSX, Column, write_xlsx
from ...web.access import needs
from ..actions.import_questions import import_questions
from ..actions.make_bank import make_bank
from ..bank_sheet import TEMPLATE, NoSheet, check, rows_of
from ..flow import BANK, QUESTION
from ..forms.bank import Filter, MakeBank, Sheet, answer_words
from ..models import Bank, BankQuestion
from ..queries import banks as seen
from ..queries import questions as seen_questions
from ..sourcing import moved
from ..who import KEEPERS
from .base import opened, verbs_of

SALT = "shangliang.study.questions"
KEPT = 3600  # seconds a looked-at sheet may wait for its commit
LARGEST = 2 * 1024 * 1024
EXAMPLE = (
    "单选", "协商成果应当在几个工作日内送达？", "5 个", "10 个", "15 个", "20 个", "", "B",
    "（文件拆解里的文件名）", "1.二.（一）", "协商成果在会后10个工作日内送达有关部门。",
)  # fmt: skip


@needs(*KEEPERS)
def banks(request: HttpRequest) -> HttpResponse:
    """All banks, and a new one."""
    seat = opened(request)
    form = MakeBank(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = make_bank(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已建：{row}")
            return redirect(row)
    rows = seen(seat).annotate(count=Count("questions", filter=Q(questions__state="active")))
    page = Paginator(rows.order_by("state", "title", "pk"), 25).get_page(request.GET.get("page"))
    newer = seen_questions(seat).filter(
        state="active",
        bank__in=list(page.object_list),
        clause__intake__version__gt=F("seen_version"),
    )
    found = list(newer)
    bad = moved(found)
    waits = Counter(q.bank_id for q in found if q.pk in bad)
    each: Any
    for each in page.object_list:
        each.waits = waits[each.pk]
    context = {"page_obj": page, "form": form, "closed": BANK.label_of("closed")}
    return render(
        request, "study/banks.html", context, status=422 if request.method == "POST" else 200
    )


def narrowed(rows: Any, data: dict[str, Any]) -> Any:
    """By the filter of the page; ``moved`` is asked of those with a newer draft only."""
    rows = rows.filter(state="retired" if data.get("show") == "retired" else "active")
    if data.get("kind"):
        rows = rows.filter(kind=data["kind"])
    if data.get("q"):
        rows = rows.filter(Q(text__icontains=data["q"]) | Q(sentence__icontains=data["q"]))
    if data.get("show") == "moved":
        newer = list(rows.filter(clause__intake__version__gt=F("seen_version")))
        rows = rows.filter(pk__in=list(moved(newer)))
    return rows


@needs(*KEEPERS)
def bank(request: HttpRequest, pk: int) -> HttpResponse:
    """Each question with its answer, its clause and its sentence; what moved is marked."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    form = Filter(request.GET)
    form.is_valid()
    rows = narrowed(seen_questions(seat).filter(bank=row), form.cleaned_data)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    every = seen_questions(seat).filter(bank=row, state="active")
    bad = moved(every.filter(clause__intake__version__gt=F("seen_version")))
    for q in page.object_list:
        q.answer_words = answer_words(q)
        q.trouble = bad.get(q.pk, "")
        q.verbs = verbs_of(
            QUESTION, seat, q, request.get_full_path(), ("confirm_source",) if q.trouble else ()
        )
        q.verbs = [v for v in q.verbs if q.trouble or v["verb"] != "confirm_source"]
        for each in q.verbs:
            each["tone"] = ""
        q.rows = [(n in q.answer, text) for n, text in enumerate(q.options)]
    context = {
        "bank": row,
        "form": form,
        "page_obj": page,
        "moved": len(bad),
        "kinds": kind_counts(every),
        "verbs": verbs_of(BANK, seat, row, request.path, ("add_question",)),
    }
    return render(request, "study/bank.html", context)


def kind_counts(rows: Any) -> list[tuple[str, int]]:
    """How many of each kind."""
    found = dict(rows.order_by().values_list("kind").annotate(n=Count("pk")))
    return [(str(label), found.get(kind, 0)) for kind, label in BankQuestion.Kind.choices]


@needs(*KEEPERS)
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """导入: upload, look at every row with its errors, then commit in one go."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk, state="open")
    context: dict[str, Any] = {"bank": row, "form": Sheet()}
    status = 200
    if request.method == "POST" and "sheet" in request.POST:
        status, rows = 409, []
        try:
            rows = signing.loads(request.POST["sheet"], salt=SALT, max_age=KEPT)
            count = import_questions(seat, bank=row.pk, rows=rows)
        except signing.BadSignature:
            context["problem"] = "这张表放得太久或者被改过，请重新上传。"
        except Refused as refused:
            context["problem"] = str(refused)
            context["rows"] = check(seat, row, rows)
        else:
            messages.success(request, f"已导入 {count} 题")
            return redirect(row)
    elif request.method == "POST":
        form = context["form"] = Sheet(request.POST, request.FILES)
        status = 422
        if form.is_valid() and look(seat, row, form, context):
            status = 200
    return render(request, "study/bank_import.html", context, status=status)


def look(seat: Any, row: Bank, form: Sheet, context: dict[str, Any]) -> bool:
    """Read the sheet and check its rows; False with the reason on the form."""
    upload = form.cleaned_data["file"]
    try:
        data = upload.read(LARGEST + 1)
        check_upload(upload.name, data, {"xlsx", "xls", "csv"}, LARGEST)
        rows = rows_of(read_table(data, upload.name))
    except UploadRefused as refused:
        form.add_error("file", refused.message_zh)
        return False
    except NoSheet as refused:
        form.add_error("file", str(refused))
        return False
    if not rows:
        form.add_error("file", "表头下面没有题。")
        return False
    context["rows"] = checked = check(seat, row, rows)
    context["bad"] = sum(bool(c.errors) for c in checked)
    if not context["bad"]:
        context["commit"] = signing.dumps(rows, salt=SALT, compress=True)
    return True


@needs(*KEEPERS)
def template(request: HttpRequest) -> HttpResponse:
    """样表: the columns with one example."""
    out = io.BytesIO()
    columns = [Column(head, 40 if head in ("题目", "原句") else 14) for head in TEMPLATE]
    write_xlsx(out, "题目", columns, [EXAMPLE], "照着填，每题一行；导入前删掉这一行和例题")
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote('题目样表.xlsx')}"
    return answer
