"""年度协商计划: table, board by state, calendar of months; plan against done; as Word, PDF and sheet."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import Report, Section, Table, to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..actions.start_plan import start_plan
from ..actions.tick_milestone import tick_milestone
from ..buttons import buttons
from ..flow import CONSULTATION, PLAN
from ..forms.judges import PlanForm
from ..models import Plan, PlanItem
from ..plan_state import carried_out
from ..presets import forms, plan_forms, read, routes
from ..queries import plans
from ..story import story

LOOKS = (("table", "表"), ("board", "看板"), ("calendar", "月历"))
COLUMNS = (
    ("", "还没安排"),
    ("planned", "筹备"),
    ("held", "已开，等答复"),
    ("closed", "已办结"),
    ("dropped", "已取消"),
)


def lines_of(plan: Plan) -> list[PlanItem]:
    """Items with their consultations and milestones, states told; three questions."""
    rows = list(
        plan.items.select_related("lead", "topic", "deployment").prefetch_related(
            "consultations", "milestones"
        )
    )
    day, kinds = today(), plan_forms()
    for row in rows:
        live: Any = [c for c in row.consultations.all() if c.state != "cancelled"]
        last = max(live, key=lambda c: c.pk) if live else None
        line: Any = row
        line.form_label = kinds[row.form].short if row.form in kinds else row.form
        line.last = last
        line.missed = [m for m in row.milestones.all() if not m.done_on and m.due_on < day]
        line.meeting = row.form not in kinds or kinds[row.form].meeting
        if row.dropped_on:
            line.where, line.word, line.tone = "dropped", "已取消", ""
        elif not line.meeting:
            line.where, line.word, line.tone = carried_out(row, day)
        elif last is None:
            late = row.window_to < day
            line.where, line.word, line.tone = "", "还没安排", "late" if late else ""
            if late:
                line.word = "窗口已过，没有开"
        else:
            line.word = CONSULTATION.label_of(last.state)
            line.tone = {"closed": "ok", "answered": "act"}.get(last.state, "")
            line.where = (
                "closed"
                if last.state == "closed"
                else "held"
                if last.state in ("held", "recorded", "answered")
                else "planned"
            )
        line.months = [
            m
            for m in range(1, 13)
            if (row.window_from.year, row.window_from.month)
            <= (plan.year, m)
            <= (row.window_to.year, row.window_to.month)
        ]
    return rows


@require_safe
@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """All years."""
    seat = seat_of(request)
    rows = list(plans(seat).prefetch_related("items"))
    for row in rows:
        row.label = PLAN.label_of(row.state)  # type: ignore[attr-defined]
        row.live = sum(1 for i in row.items.all() if not i.dropped_on)  # type: ignore[attr-defined]
    return render(
        request, "topics/plans.html", {"rows": rows, "may_start": seat.has(Role.ORGANISER)}
    )


@needs(Role.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """A year's plan."""
    form, problem = PlanForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            plan = start_plan(seat_of(request), **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("plan", plan.pk)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "起草年度协商计划",
        "crumb_url": "plans",
        "crumb": "年度协商计划",
        "submit": "起草",
    }
    return render(request, "topics/form.html", context, status=status)


@require_safe
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan in three looks."""
    seat = seat_of(request)
    plan = get_object_or_404(plans(seat), pk=pk)
    rows: Any = lines_of(plan)
    look = request.GET.get("look", "table")
    live = [r for r in rows if not r.dropped_on]
    held = [r for r in live if r.where in ("held", "closed")]
    done = [r for r in live if r.where == "closed"]
    by_form = Counter(r.form_label for r in live)
    route = routes()[plan.route]
    columns = [
        {"label": label, "rows": [r for r in rows if r.where == key]} for key, label in COLUMNS
    ]
    months = [
        {"n": m, "rows": [r for r in live if m in r.months], "now": m == today().month}
        for m in range(1, 13)
    ]
    return render(
        request,
        "topics/plan.html",
        {
            "plan": plan,
            "state": PLAN.label_of(plan.state),
            "rows": rows,
            "live": live,
            "held": len(held),
            "done": len(done),
            "percent": round(100 * len(held) / len(live)) if live else 0,
            "late": sum(1 for r in live if r.tone == "late"),
            "missed": sum(len(r.missed) for r in live),
            "by_form": by_form.most_common(),
            "norm": norm(by_form),
            "columns": columns,
            "months": months,
            "look": look,
            "tabs": [
                {"label": label, "url": f"?look={key}", "current": look == key}
                for key, label in LOOKS
            ],
            "verbs": buttons(
                PLAN,
                seat,
                plan,
                plan.get_absolute_url(),
                first={"draft": "send_for_amendment", "amending": "consider_plan"}.get(
                    plan.state, "decide_plan"
                ),
            ),
            "route": route,
            "steps": list(plan.steps.select_related("by")),
            "events": story(seat, "plan", plan.pk),
            "may_arrange": plan.state in ("decided", "considered")
            and seat.has(Role.ORGANISER, Role.CLERK),
            "may_tick": seat.has(Role.ORGANISER),
        },
    )


def norm(by_form: Counter[str]) -> str:
    """The local year formula beside what is planned (1+2+4+N), as data with its source."""
    row = read("local").get("one_two_four_n", {})
    kinds = forms()
    parts = [
        f"{kinds[key].short} {by_form.get(kinds[key].short, 0)}/{n}"
        for key, n in row.get("year", {}).items()
    ]
    return (
        f"对照{row.get('label', '')}：{'，'.join(parts)}（{row.get('source', '')}）"
        if parts
        else ""
    )


@require_POST
@needs(Role.ORGANISER)
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """A node is done."""
    seat = seat_of(request)
    plan = get_object_or_404(plans(seat), pk=pk)
    given = request.POST.get("milestone", "")
    try:
        tick_milestone(seat, milestone=int(given) if given.isdecimal() else 0)
        messages.success(request, "已记完成")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("plan", plan.pk)


@require_safe
@needs()
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The plan as Word or PDF."""
    if ext not in ("docx", "pdf"):
        raise Http404
    seat = seat_of(request)
    plan = get_object_or_404(plans(seat).select_related("committee"), pk=pk)
    rows: Any = [r for r in lines_of(plan) if not r.dropped_on]
    table = Table(
        ["序号", "围绕", "议题", "形式", "牵头", "配合与参加", "时间"],
        [
            [
                str(r.number),
                r.aim,
                r.title,
                r.form_label,
                str(r.lead),
                r.joint,
                r.window,
            ]
            for r in rows
        ],
    )
    decided = plan.steps.filter(key="decide").order_by("-id").first()
    said = f"{decided.body}审定（{decided.paper}）" if decided else f"{PLAN.label_of(plan.state)}稿"
    report = Report(
        title=f"{plan.committee}{plan.title}",
        subtitle=said,
        sections=[Section.of("", "", table)],
        issuer=plan.committee.name,
        date=decided.on if decided else today(),
    )
    name = f"{plan.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(report), "application/pdf", name, inline=True)
    return attachment(to_docx(report, template_of(plan.committee_id, "report")), WORD, name)
