"""The review desk (收件台): list, case, judgement; worked by keyboard without leaving the page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from ....actors.models import Session
from ....procedures.seat import Role, Seat
from ....rulebooks.body import ProposalRules
from ....web.access import needs, seat_of
from ...desk import counts, panel, queue, undoing
from ...desk.filters import TABS, QueueFilter
from ...desk.units import units_of
from ...flow import PROPOSAL
from ...models import Submission

OFFICE = (Role.CLERK, Role.SECOND_REVIEWER)
FAILED = "desk_failed"  # session: what a bulk action could not do, shown once
OUTCOMES = (
    "file",
    "merge",
    "divide",
    "send_back",
    "turn_to_report",
    "turn_to_letter",
    "refuse_filing",
)
KEYS = [
    {"keys": ["J", "K"], "label": "上下件"},
    {"keys": ["X"], "label": "选中"},
    {"keys": ["1–9"], "label": "定要点"},
    {"keys": ["E"], "label": "写意见"},
    {"keys": ["V"], "label": "并排比对"},
    {"keys": ["U"], "label": "撤回"},
    {"keys": ["/"], "label": "检索"},
    {"keys": ["?"], "label": "全部按键"},
]


@needs(*OFFICE)
def review_desk(request: HttpRequest) -> HttpResponse:
    """The whole desk, or for htmx only what a step to another case changes."""
    seat = seat_of(request)
    flt = QueueFilter.read(request.GET, seat)
    wanted = request.GET.get("case", "")
    case = int(wanted) if wanted.isdecimal() and len(wanted) < 19 else None
    context = desk(request, seat, flt, case, request.GET.get("page", "1"))
    if request.headers.get("HX-Request"):
        return render(request, "submissions/review/swap.html", context)
    context["keys"] = KEYS
    return render(request, "submissions/review/desk.html", context)


@needs(Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR)
def desk_home(request: HttpRequest) -> HttpResponse:
    """Each office's own desk."""
    name = "review-desk" if seat_of(request).has(*OFFICE) else "assign-desk"
    return redirect(name)


def desk(
    request: HttpRequest, seat: Seat, flt: QueueFilter, wanted: int | None, page: str = "1"
) -> dict[str, Any]:
    """What every answer of the desk shows."""
    sessions = list(Session.objects.filter(committee_id=seat.committee_id).select_related("term"))
    numbers = counts.desk_counts(seat, sessions)
    known = None if flt.narrowed() else numbers.by_tab.get(flt.tab)
    page_obj = queue.page_of(flt, seat, page, known)
    rows = list(page_obj.object_list)
    at = wanted or (rows[0].pk if rows else None)
    case = panel.cases(seat).filter(pk=at, kind=Submission.Kind.PROPOSAL).first() if at else None
    shown = panel.panel(seat, case) if case else None
    rules = case.rules if case else None
    classes = {c.code: c.name for c in rules.classes} if rules else {}
    failed = request.session.pop(FAILED, None) if FAILED in request.session else None
    stuck = {int(pk) for pk, _, _ in failed} if failed else set()
    return {
        "flt": flt,
        "query": flt.query(),
        "counts": numbers,
        "more": [{"label": "距大会提案截止", "value": numbers.cutoff_days, "unit": "个工作日"}]
        if numbers.cutoff_days is not None
        else [],
        "tabs": tabs(flt, numbers, page_obj.paginator.count),
        "page_obj": page_obj,
        "queue": [
            queue.row_of(
                row,
                flt,
                classes,
                page_obj.number,
                current=row.pk == at,
                selected=row.pk in stuck,
            )
            for row in rows
        ],
        "panel": shown,
        "case": case,
        "classes": rules.classes if rules else (),
        "rules": rules,
        "undoable": undoing.last_decision(seat, request.session),
        "failed": failed,
        "words": filter_words(flt, sessions, classes),
        "sessions": sessions,
        "natures": Submission.Nature.choices,
        "windows": Submission.Window.choices,
        "bulk_verbs": bulk_verbs(flt, rules),
        "outcomes": [PROPOSAL[name].label for name in OUTCOMES],
        "can_write": shown.opinion_open if shown else False,
    }


@needs(*OFFICE, Role.SUPERVISOR)
def unit_names(request: HttpRequest) -> HttpResponse:
    """The names a unit box offers, fetched once the desk stands."""
    units = units_of(seat_of(request).committee_id)
    response = render(request, "submissions/review/_unit_options.html", {"units": units})
    response["Cache-Control"] = "private, max-age=60"
    return response


def tabs(flt: QueueFilter, numbers: counts.DeskCounts, here: int) -> list[dict[str, Any]]:
    """The four groups; a tab's number is the whole group's unless the list is narrowed."""
    out = []
    for name, (label, _) in TABS.items():
        other = QueueFilter(name, flt.session, flt.window, flt.nature, flt.class_code)
        count = here if name == flt.tab else numbers.by_tab.get(name)
        out.append(
            {
                "label": label,
                "url": "?" + other.query(),
                "current": name == flt.tab,
                "count": None if flt.narrowed() and name != flt.tab else count,
            }
        )
    return out


def filter_words(flt: QueueFilter, sessions: list[Session], classes: dict[str, str]) -> str:
    """The filter as one line: 十五届二次 · 大会提案."""
    words = [str(s) for s in sessions if s.pk == flt.session] or ["全部届次"]
    words += [f"{label}提案" for code, label in Submission.Window.choices if code == flt.window]
    words += [label for code, label in Submission.Nature.choices if code == flt.nature]
    if flt.class_code:
        words.append(classes.get(flt.class_code, flt.class_code))
    return " · ".join(words)


def bulk_verbs(flt: QueueFilter, rules: ProposalRules | None) -> list[dict[str, str]]:
    """What may be done to several at once in this tab; 立案 where the first reviewer decides it."""
    file, pass_on = {"value": "file", "label": "立案"}, {"value": "pass_on", "label": "转复审"}
    if flt.tab == "first":
        return [pass_on] if rules and rules.steps.get("second_review") else [file]
    if flt.tab == "second":
        return [file]
    return [{"value": "assign", "label": "交办"}] if flt.tab == "done" else []


def swapped(
    request: HttpRequest,
    seat: Seat,
    flt: QueueFilter,
    wanted: int | None,
    *,
    problem: str = "",
    page: str = "1",
) -> HttpResponse:
    """The parts of the desk after a verb: the next case, the list, the counts, the address."""
    context = desk(request, seat, flt, wanted, page) | {"problem": problem, "acted": True}
    body = render_to_string("submissions/review/swap.html", context, request=request)
    response = HttpResponse(body)
    more = {"case": context["case"].pk} if context["case"] else {}
    response["HX-Push-Url"] = f"{reverse('review-desk')}?{flt.query(**more)}"
    return response
