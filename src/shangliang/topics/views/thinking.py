"""Pages of accords (S-106), analyses (S-138) and paths from idea to project (S-128)."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...procedures.verdicts import Refused
from ...tasks.flow import TASK
from ...web.access import needs, seat_of
from ..accords import KEEPERS
from ..actions.add_factor import add_factor
from ..actions.amend_accord import amend_accord
from ..actions.choose_crossing import DECIDERS, choose_crossing
from ..actions.open_accord import open_accord
from ..actions.start_analysis import start_analysis
from ..actions.start_path import STARTERS, start_path
from ..analyses import WRITERS
from ..buttons import buttons
from ..flow import PATH
from ..forms.thinking import AccordForm, CrossingForm, EditionForm, FactorForm, TitleForm
from ..models import Accord, Edition
from ..queries import INSIDE, accords, analyses, consultations, paths
from ..story import story
from ..wording import changed

DEGREES = {"all": "ok", "most": "act", "part": "near"}
STATIONS = ("view", "thought", "values", "facts", "theory")


def filled(request: HttpRequest, form: Any, do: Any, said: str, context: dict[str, Any]) -> Any:
    """A form page: done and told, or the same page with what was typed and why not."""
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, said)
            return redirect(done.get_absolute_url())
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "problem": problem} | context
    return render(request, "topics/form.html", page, status=status)


def held(request: HttpRequest) -> Any:
    done = ["held", "recorded", "answered", "closed"]
    return consultations(seat_of(request)).filter(state__in=done).order_by("-id")[:60]


@require_safe
@needs(*INSIDE)
def accord_list(request: HttpRequest) -> HttpResponse:
    """Matters by field, each with its newest edition."""
    seat = seat_of(request)
    rows, field = accords(seat).prefetch_related("editions"), request.GET.get("field", "")
    if field in Accord.Field.values:
        rows = rows.filter(field=field)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page:
        line: Any = row
        line.last = list(row.editions.all())[-1]
        line.tone = DEGREES[line.last.degree]
    tabs = [
        {"label": label, "url": f"?field={key}" if key else "?", "current": field == key}
        for key, label in (("", "全部"), *Accord.Field.choices)
    ]
    context = {"page_obj": page, "tabs": tabs, "may_keep": seat.has(*KEEPERS)}
    return render(request, "topics/accords.html", context)


@needs(*KEEPERS)
def accord_new(request: HttpRequest) -> HttpResponse:
    """A matter with its first edition."""
    given = {"consultation": request.GET.get("consultation", "")}
    form = AccordForm(request.POST or None, held=held(request), initial=given)
    context = {"title": "记一项共识", "crumb_url": "accords", "crumb": "共识", "submit": "记下"}
    return filled(
        request, form, lambda d: open_accord(seat_of(request), **d), "共识已记下", context
    )


@needs(*KEEPERS)
def accord_amend(request: HttpRequest, pk: int) -> HttpResponse:
    """The next edition, begun from the last."""
    row = get_object_or_404(accords(seat_of(request)), pk=pk)
    last = row.editions.order_by("-number").first()
    names = ("text", "parties", "degree", "remaining")
    first = {n: getattr(last, n) for n in names} if last else {}
    form = EditionForm(request.POST or None, held=held(request), initial=first)
    context = {
        "title": f"{row}：新的一版",
        "crumb_url": "accords",
        "crumb": "共识",
        "submit": "记下",
    }
    return filled(
        request,
        form,
        lambda d: amend_accord(seat_of(request), accord=row.pk, **d),
        "新的一版已记下",
        context,
    )


@require_safe
@needs(*INSIDE)
def accord(request: HttpRequest, pk: int) -> HttpResponse:
    """One matter: its editions, newest first, each with what changed; what differences remain."""
    seat = seat_of(request)
    row = get_object_or_404(accords(seat).select_related("topic"), pk=pk)
    found: list[Any] = list(row.editions.select_related("consultation"))
    before: Edition | None = None
    for edition in found:
        edition.tone = DEGREES[edition.degree]
        edition.lines = changed(before.text, edition.text) if before else [("same", edition.text)]
        before = edition
    context = {
        "row": row,
        "last": found[-1],
        "editions": found[::-1],
        "may_keep": seat.has(*KEEPERS),
        "events": story(seat, "accord", row.pk),
    }
    return render(request, "topics/accord.html", context)


@require_safe
@needs(*INSIDE)
def analysis_list(request: HttpRequest) -> HttpResponse:
    """Sheets, newest first."""
    seat = seat_of(request)
    rows = analyses(seat).select_related("made_by").prefetch_related("factors", "measures")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    return render(
        request, "topics/analyses.html", {"page_obj": page, "may_write": seat.has(*WRITERS)}
    )


@needs(*WRITERS)
def analysis_new(request: HttpRequest) -> HttpResponse:
    """An empty sheet."""
    form = TitleForm(request.POST or None)
    context = {
        "title": "开一张分析表",
        "crumb_url": "analyses",
        "crumb": "分析表",
        "submit": "开始",
    }
    return filled(
        request, form, lambda d: start_analysis(seat_of(request), **d), "分析表已开", context
    )


@needs(*INSIDE)
def analysis(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines with their evidence, and the grid: what helps × which problem, and what is done there."""
    seat = seat_of(request)
    row = get_object_or_404(analyses(seat).prefetch_related("factors"), pk=pk)
    form = FactorForm(request.POST or None)
    problem, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                add_factor(seat, analysis=pk, **form.cleaned_data)
                return redirect(row.get_absolute_url())
            except Refused as refused:
                problem = str(refused)
    lines = list(row.factors.all())
    done = {(m.helps_id, m.problem_id): m for m in row.measures.select_related("owner", "task")}
    for m in done.values():
        m.state = TASK.label_of(m.task.state) if m.task else ""  # type: ignore[attr-defined]
    problems = [f for f in lines if f.kind == "problem"]
    grid = [
        (f, [(p, done.get((f.pk, p.pk))) for p in problems]) for f in lines if f.kind != "problem"
    ]
    return render(
        request,
        "topics/analysis.html",
        {
            "row": row,
            "kinds": [
                (label, [f for f in lines if f.kind == key])
                for key, label in (("strength", "优势"), ("problem", "问题"), ("chance", "机遇"))
            ],
            "problems": problems,
            "grid": grid if problems else [],
            "measures": list(done.values()),
            "form": form,
            "problem": problem,
            "may_write": seat.has(*WRITERS),
            "may_choose": seat.has(*DECIDERS),
        },
        status=status,
    )


@needs(*DECIDERS)
def crossing(request: HttpRequest, pk: int, helps: int, problem: int) -> HttpResponse:
    """One crossing becomes a measure with an owner."""
    seat = seat_of(request)
    row = get_object_or_404(analyses(seat), pk=pk)
    one = get_object_or_404(row.factors.exclude(kind="problem"), pk=helps)
    other = get_object_or_404(row.factors.filter(kind="problem"), pk=problem)
    form = CrossingForm(request.POST or None, committee_id=seat.committee_id)
    context = {
        "title": f"{one} × {other}"[:60],
        "crumb_url": "analyses",
        "crumb": "分析表",
        "submit": "定下来，交给单位",
    }
    return filled(
        request,
        form,
        lambda d: choose_crossing(seat, analysis=pk, helps=helps, problem=problem, **d),
        "措施已定，单位签收后开始办",
        context,
    )


@require_safe
@needs(*INSIDE)
def path_list(request: HttpRequest) -> HttpResponse:
    """Ideas by station."""
    seat = seat_of(request)
    rows = paths(seat).select_related("made_by", "owner")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page:
        row.label = PATH.label_of(row.state)  # type: ignore[attr-defined]
    return render(
        request, "topics/paths.html", {"page_obj": page, "may_start": seat.has(*STARTERS)}
    )


@needs(*STARTERS)
def path_new(request: HttpRequest) -> HttpResponse:
    """An idea at its first station."""
    form = TitleForm(request.POST or None)
    context = {
        "title": "提出一个想法",
        "crumb_url": "paths",
        "crumb": "想法到项目",
        "submit": "提出",
    }
    return filled(request, form, lambda d: start_path(seat_of(request), **d), "想法已记下", context)


@require_safe
@needs(*INSIDE)
def path(request: HttpRequest, pk: int) -> HttpResponse:
    """One idea: five stations, what was written, what is missing before it may be a project."""
    seat = seat_of(request)
    row = get_object_or_404(paths(seat).select_related("made_by", "owner", "task"), pk=pk)
    stations: list[Any] = list(row.stations.select_related("by"))
    for s in stations:
        s.label = PATH.label_of(s.key)
    written = {s.key for s in stations if s.key != "facts" or s.seen_on}
    steps = [
        {
            "label": PATH.label_of(key),
            "state": "done" if key in written else "now" if row.state == key else "",
            "current": row.state == key,
        }
        for key in (*STATIONS, "project")
    ]
    if row.state == "project":
        steps[-1]["state"] = "done"
    context = {
        "row": row,
        "state": PATH.label_of(row.state),
        "steps": steps,
        "stations": stations,
        "verbs": buttons(PATH, seat, row, row.get_absolute_url(), first=FIRST.get(row.state, "")),
        "events": story(seat, "path", row.pk),
    }
    return render(request, "topics/path.html", context)


FIRST = {
    "view": "write_view",
    "thought": "write_thought",
    "values": "write_values",
    "facts": "write_facts",
    "theory": "write_theory",
    "ready": "make_project",
}
