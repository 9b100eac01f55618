"""Doing a verb from any page: one address for every table, button and form.

GET shows the verb's form (or a bare confirmation); POST does it. What the table refuses is said
on the same page with everything typed still there.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ...journal.kinds import type_of
from ...procedures.forms import FORMS
from ...procedures.perform import REGISTRY
from ...procedures.reach import REACH, reach
from ...procedures.verdicts import Refused, verdict
from ..access import needs, seat_of


def back(request: HttpRequest, case: Any) -> str:
    """Where to go after: the page named by ``next`` if it is ours, else the case's own page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return wanted
    root = getattr(case, "root", case)
    if hasattr(root, "get_absolute_url"):
        return str(root.get_absolute_url())
    return reverse("proposal" if type_of(root) == "submission" else "task", args=[root.pk])


@needs()
def do(request: HttpRequest, table: str, verb: str, pk: int) -> HttpResponse:
    """One verb on one row the seat may see."""
    action = REGISTRY.get((table, verb))
    if action is None or table not in REACH:
        raise Http404
    seat = seat_of(request)
    case = get_object_or_404(reach(table, seat), pk=pk)
    move, kind = action.move, FORMS.get((table, verb))  # type: ignore[attr-defined]
    said = verdict(action.table, move, seat, case)  # type: ignore[attr-defined]
    form = None
    if kind is not None:
        given = (request.POST, request.FILES) if request.method == "POST" else ()
        # A page may name in the address what its button is about; it is only a first value.
        named = {k: v for k, v in request.GET.items() if k != "next"}
        form = kind(*given, case=case, seat=seat, initial=named)
    problem = "" if said else said.reason
    if request.method == "POST" and said and (form is None or form.is_valid()):
        try:
            done = action(seat, case.pk, **(form.arguments() if form else {}))
        except Refused as refused:
            problem = str(refused)
        else:
            # As the verb left it: a number just given, a title just changed.
            case = done if isinstance(done, type(case)) and done.pk == case.pk else case
            # 会已开 and 已核实 say it already.
            word = move.label if "已" in move.label else f"已{move.label}"
            messages.success(request, f"{word}：{getattr(case, 'root', case)}")
            return redirect(back(request, case))
    context = {
        "move": move,
        "case": case,
        "root": getattr(case, "root", case),
        "form": form,
        "problem": problem,
        "allowed": bool(said),
        "next": back(request, case),
        "table": table,
    }
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "web/do.html", context, status=status)
