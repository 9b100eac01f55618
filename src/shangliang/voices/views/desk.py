"""编辑台: list, case, judgement; worked by keyboard without leaving the page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...procedures.forms import FORMS
from ...procedures.perform import REGISTRY
from ...procedures.seat import Role
from ...procedures.verdicts import Refused, verdict
from ...web.access import needs, seat_of
from .. import desk
from ..flow import VOICE
from ..models import Voice
from ..queries import visible

WHO = (Role.EDITOR, Role.LEADER)
KEYS = [
    {"keys": ["J", "K"], "label": "上下件"},
    {"keys": ["L"], "label": "拟采用"},
    {"keys": ["E"], "label": "编辑"},
    {"keys": ["A"], "label": "征作者意见"},
    {"keys": ["B"], "label": "并入"},
    {"keys": ["N"], "label": "不采用"},
    {"keys": ["?"], "label": "全部按键"},
]


@require_safe
@needs(*WHO)
def voice_desk(request: HttpRequest) -> HttpResponse:
    """The whole desk, or for htmx only what a step to another case changes."""
    wanted = request.GET.get("case", "")
    case = int(wanted) if wanted.isdecimal() and len(wanted) < 16 else None
    context = gather(request, case)
    if request.headers.get("HX-Request"):
        return render(request, "voices/desk_swap.html", context)
    return render(request, "voices/desk.html", context | {"keys": KEYS})


def gather(request: HttpRequest, wanted: int | None, data: Any = None) -> dict[str, Any]:
    """What every answer of the desk shows."""
    seat = seat_of(request)
    flt = desk.Filter.read(data if data is not None else request.GET, seat)
    numbers = desk.counts(seat)
    many = None if flt.kind else numbers[flt.tab]
    page = desk.page_of(flt, seat, request.GET.get("page", "1"), many)
    rows = list(page.object_list)
    at = wanted or (rows[0].pk if rows else None)
    case = desk.case_of(seat, rows, at)
    return {
        "flt": flt,
        "query": flt.query(),
        "tabs": [
            {
                "label": label,
                "url": f"?{desk.Filter(tab, flt.kind).query()}",
                "count": numbers[tab],
                "current": tab == flt.tab,
            }
            for tab, (label, _) in desk.TABS.items()
        ],
        "waiting": numbers["new"] if seat.has(Role.EDITOR) else numbers["agreed"],
        "counts": numbers,
        "page_obj": page,
        "queue": [desk.item(row, flt, row.pk == at) for row in rows],
        "case": case,
        "panel": desk.panel_of(seat, case) if case else None,
        "kinds": [c for c in Voice.Kind.choices if c[0] != "difficulty"],
        "photos": list(case.photos.all()) if case else [],
        "editor": seat.has(Role.EDITOR),
    }


def one(request: HttpRequest, pk: int, name: str) -> tuple[Voice, Any]:
    """The case and the verb's function."""
    case = get_object_or_404(visible(seat_of(request)), pk=pk)
    action = REGISTRY.get(("voice", name))
    if action is None:
        raise Http404
    return case, action


@require_http_methods(["GET", "POST"])
@needs(*WHO)
def verb_form(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A verb that needs words: its form in place, or on a page of its own without script."""
    case, action = one(request, pk, name)
    kind = FORMS.get(("voice", name))
    if kind is None:
        raise Http404
    seat = seat_of(request)
    said = verdict(VOICE, action.move, seat, case)
    form = kind(
        *((request.POST, request.FILES) if request.method == "POST" else ()), case=case, seat=seat
    )
    problem = "" if said else said.reason
    if request.method == "POST" and said and form.is_valid():
        try:
            done = action(seat, pk, **form.arguments())
        except Refused as refused:
            problem = str(refused)
        else:
            return after(request, as_left(done, case), action.move.label)
    context = {"case": case, "form": form, "move": action.move, "problem": problem,
               "query": request.POST.get("query") or request.GET.urlencode(), "allowed": bool(said)}  # fmt: skip
    htmx = request.headers.get("HX-Request")
    status = 200 if request.method == "GET" and not problem else 422
    page = "voices/desk_form.html" if htmx else "voices/desk_form_page.html"
    answer = render(request, page, context, status=status)
    if htmx:
        answer["HX-Retarget"], answer["HX-Reswap"] = "#verb-form", "innerHTML"
    return answer


@require_POST
@needs(*WHO)
def verb_do(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A verb that needs only its button."""
    case, action = one(request, pk, name)
    done = action(seat_of(request), pk)
    return after(request, as_left(done, case), action.move.label)


def as_left(done: Any, case: Voice) -> Voice:
    """The case as the verb left it: a title just edited is the one the message names."""
    return done if isinstance(done, Voice) and done.pk == case.pk else case


def after(request: HttpRequest, case: Voice, label: str) -> HttpResponse:
    """The desk again, at the same case when it stays in the tab's list, else at the next."""
    data = QueryDict(request.POST.get("query", ""))
    flt = desk.Filter.read(data, seat_of(request))
    stays = flt.rows(seat_of(request)).filter(pk=case.pk).exists()
    words = f"已{label}：{case.shown_title}"
    messages.success(request, words)
    if not request.headers.get("HX-Request"):
        more = {"case": case.pk} if stays else {}
        return redirect(f"{reverse('voice-desk')}?{flt.query(**more)}")
    context = gather(request, case.pk if stays else None, data)
    body = render_to_string("voices/desk_swap.html", context | {"acted": True}, request=request)
    answer = HttpResponse(body)
    now = context["case"]
    answer["HX-Push-Url"] = (
        f"{reverse('voice-desk')}?{flt.query(**({'case': now.pk} if now else {}))}"
    )
    return answer
