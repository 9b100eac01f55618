"""条目对照表: clauses × columns, with who carries them out, and what nobody has taken (S-097)."""

import io
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, refuse
from ...records.exporting import XLSX, Column, write_xlsx
from ...tasks.models import Task
from ...tasks.sources import named
from ...web.access import needs, seat_of
from ..actions.add_measure import add_measure
from ..actions.clause_to_topic import clause_to_topic
from ..actions.record_use import record_use
from ..actions.report_measure import report_measure
from ..flow.intake import DESK, READERS
from ..forms.reading import DAY, WRONG_DAY
from ..models import Clause, ClauseMeasure, ClauseUse, Extract, Intake
from ..queries import clauses, intakes, measures
from ..readings.units import choices, units_of

S = ClauseMeasure.State
CARRIERS = (*READERS, Role.UNIT_STAFF, Role.UNIT_HEAD)


@dataclass
class Row:
    """One clause with its cells; ``unclaimed``: nobody does anything for it."""

    clause: Clause
    cells: list[list[ClauseMeasure]] = field(default_factory=list)
    used: int | None = None
    group: bool = False  # a heading over other clauses: they are carried out, not it

    @property
    def unclaimed(self) -> bool:
        return not self.group and not any(self.cells)

    @property
    def state(self) -> str:
        """The clause's state from its measures: done only when every one is."""
        rows = [m for cell in self.cells for m in cell]
        if not rows:
            return "" if self.group else "没人领"
        if any(m.state == S.BLOCKED for m in rows):
            return "有阻碍"
        if all(m.state == S.DONE for m in rows):
            return "已落实"
        return "在办"


class MeasureForm(forms.Form):
    """One unit's measure in one column."""

    owner = forms.TypedChoiceField(label="责任单位", coerce=int)
    column = forms.TypedChoiceField(label="哪一栏", coerce=int)
    text = forms.CharField(label="做什么", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    due_on = forms.DateField(label="时限", required=False, widget=DAY, error_messages=WRONG_DAY)
    as_task = forms.BooleanField(label="同时交办为任务，进督办台账", required=False)
    basis_by = forms.CharField(
        label="谁交办的", required=False, max_length=80, help_text="立为任务时要写。"
    )

    def __init__(self, data: Any, seat: Seat, columns: list[str]) -> None:
        super().__init__(data)
        self.fields["owner"].choices = choices(units_of(seat.committee_id))  # type: ignore[attr-defined]
        self.fields["column"].choices = list(enumerate(columns or ["措施"]))  # type: ignore[attr-defined]
        if len(columns) < 2:
            self.fields["column"].widget = forms.HiddenInput()


class ReportForm(forms.Form):
    """How far a measure is."""

    state = forms.ChoiceField(label="现在", choices=S.choices, widget=forms.RadioSelect)
    result = forms.CharField(label="结果", required=False, max_length=300,
                             widget=forms.Textarea(attrs={"rows": 2}))  # fmt: skip
    money = forms.DecimalField(label="争取到（万元）", required=False, max_digits=13,
                               decimal_places=2, min_value=0)  # fmt: skip
    obstacle = forms.CharField(label="卡在哪里", required=False, max_length=300)
    evidence = forms.FileField(label="佐证", required=False)


def rows_of(intake: Intake) -> list[Row]:
    """The matrix: three questions, however many clauses."""
    width = max(1, len(intake.columns))
    found = {
        clause.pk: Row(clause, [[] for _ in range(width)])
        for clause in intake.clauses.select_related("owner")
    }
    given = ClauseMeasure.objects.filter(
        committee_id=intake.committee_id, clause__intake=intake
    ).select_related("owner", "evidence")
    for row in given:
        found[row.clause_id].cells[min(row.column, width - 1)].append(row)
    used = ClauseUse.objects.filter(committee_id=intake.committee_id, clause__intake=intake)
    for pk, count in used.order_by("on", "pk").values_list("clause_id", "count"):
        found[pk].used = count  # the last count said
    rows = list(found.values())
    for line, after in zip(rows, rows[1:], strict=False):
        line.group = (
            after.clause.part == line.clause.part and after.clause.level > line.clause.level
        )
    return rows


@require_safe
@needs(*READERS)
def matrix(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole table; ``?show=open`` only what nobody has taken."""
    seat = seat_of(request)
    intake = get_object_or_404(intakes(seat), pk=pk)
    rows = rows_of(intake)
    unclaimed = sum(row.unclaimed for row in rows)
    late = sum(
        m.due_on is not None and m.due_on < today() and m.state != S.DONE
        for row in rows
        for cell in row.cells
        for m in cell
    )
    show = "open" if request.GET.get("show") == "open" else "all"
    money = ClauseMeasure.objects.filter(
        committee_id=seat.committee_id, clause__intake=intake
    ).aggregate(total=Sum("money"))["total"]
    context = {
        "intake": intake,
        "columns": intake.columns or ["措施"],
        "rows": [row for row in rows if show == "all" or row.unclaimed],
        "unclaimed": unclaimed,
        "late": late,
        "done": sum(row.state == "已落实" for row in rows),
        "money": money,
        "unused": [row for row in rows if row.used == 0],
        "uses": any(row.used is not None for row in rows),
        "tabs": [
            {"label": "全部", "url": "?show=all", "count": len(rows), "current": show == "all"},
            {"label": "没人领", "url": "?show=open", "count": unclaimed, "current": show == "open"},
        ],
        "today": today(),
        "desk": seat.has(*DESK),
        "waiting": intake.extracts.filter(kind=Extract.Kind.CLAUSE, state="open").exists(),
    }
    return render(request, "documents/matrix.html", context)


@require_safe
@needs(*READERS)
def matrix_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """The same table as a workbook."""
    intake = get_object_or_404(intakes(seat_of(request)), pk=pk)
    columns = intake.columns or ["措施"]
    heads = [Column("条目号", 12), Column("条目", 50), *(Column(name, 30) for name in columns)]
    heads += [Column("责任单位", 16), Column("状态", 10), Column("使用数", 10)]
    out = io.BytesIO()
    lines = [
        (
            row.clause.address,
            row.clause.text,
            *("\n".join(cell_words(m) for m in cell) for cell in row.cells),
            str(row.clause.owner or "没人领"),
            row.state,
            row.used,
        )
        for row in rows_of(intake)
    ]
    write_xlsx(out, "条目对照表", heads, lines, f"《{intake.title}》条目对照表，{today():%Y-%m-%d}")
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="matrix-{intake.pk}.xlsx"'
    return answer


def cell_words(row: ClauseMeasure) -> str:
    due = f"（{row.due_on:%Y-%m-%d}）" if row.due_on else ""
    return f"{row.owner}：{row.text}{due} {row.get_state_display()}"


@needs(*CARRIERS)
def clause(request: HttpRequest, pk: int) -> HttpResponse:
    """依据页: a clause and everything that rests on it. POST: a measure, a use, a topic."""
    seat = seat_of(request)
    row = get_object_or_404(clauses(seat), pk=pk)
    verb = request.POST.get("verb", "")
    form = MeasureForm(request.POST if verb == "measure" else None, seat, row.intake.columns)
    problem = ""
    if request.method == "POST":
        try:
            if verb == "measure" and form.is_valid():
                add_measure(seat, pk, **form.cleaned_data)
                messages.success(request, "已定落实措施。")
                return redirect("clause", pk)
            if verb == "use":
                count = request.POST.get("count", "")
                if not count.isdecimal():
                    raise refuse("受益数写一个不小于 0 的整数。")
                record_use(seat, pk, count=int(count[:12]))
                return redirect("clause", pk)
            if verb == "topic":
                topic = clause_to_topic(seat, pk)
                messages.success(request, f"已转为议题：{topic}")
                return redirect("clause", pk)
        except Refused as refused:
            problem = str(refused)
    tasks = Task.objects.filter(
        committee_id=seat.committee_id, source_type="clause", source_id=pk
    ).select_related("owner")
    context = {
        "clause": row,
        "columns": row.intake.columns,
        "measures": list(row.measures.select_related("owner", "evidence")),
        "uses": list(row.uses.select_related("by")[:12]),
        "tasks": list(tasks[:50]),
        "sources": named(seat, [("extract", row.extract_id)]).values(),
        "form": form,
        "problem": problem,
        "desk": seat.has(*DESK),
        "opens": seat.has(*READERS),
        "mine": seat.units,
    }
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "documents/clause.html", context, status=status)


@needs(*CARRIERS)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A measure's page: its unit says how far it is."""
    seat = seat_of(request)
    row = measures(seat).filter(pk=pk).first()
    if row is None:
        raise Http404
    first = {"state": row.state, "result": row.result, "money": row.money, "obstacle": row.obstacle}
    form = ReportForm(request.POST or None, request.FILES or None, initial=first)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                report_measure(seat, pk, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
                status = 409
            else:
                messages.success(request, "已报落实情况。")
                return redirect(reverse("clause", args=[row.clause_id]))
    return render(request, "documents/measure.html", {"row": row, "form": form}, status=status)
