"""Beginning: an organ, a meeting of it, a matter put before it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...procedures.forms import name_the_missing
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.plan_meeting import plan_meeting
from ..actions.raise_matter import raise_matter
from ..actions.set_organ import set_organ
from ..flow.who import DESK
from ..forms.agenda import MatterForm, MeetingForm, OrganForm
from ..queries import organs


def begin(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[..., Any],
    title: str,
    to: Callable[[Any], str] = lambda row: str(row.get_absolute_url()),
) -> HttpResponse:
    """Show, refuse with what was typed, or do and go to what was made."""
    name_the_missing(form)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = do(**form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"已存：{row}")
                return redirect(to(row))
    context = {"form": form, "title": title, "back": "agenda", "submit": "存下"}
    return render(request, "cycles/form.html", context, status=status)


@needs(*DESK)
def matter(request: HttpRequest) -> HttpResponse:
    """提请上会; another page may name what it rests on."""
    seat, named = seat_of(request), request.GET
    first = {
        "organ": named.get("organ"),
        "title": named.get("title", "")[:120],
        "source": named.get("source", "")[:200],
    }
    form = MatterForm(request.POST or None, seat=seat, initial=first)
    return begin(request, form, lambda **data: raise_matter(seat, **data), "提请事项上会")


@needs(*DESK)
def meeting(request: HttpRequest) -> HttpResponse:
    """安排一次会."""
    seat = seat_of(request)
    first = {"organ": request.GET.get("organ"), "on": today().isoformat()}
    form = MeetingForm(request.POST or None, seat=seat, initial=first)
    return begin(request, form, lambda **data: plan_meeting(seat, **data), "安排一次会")


@needs(*DESK)
def organ(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """设立或修改一个议事机构."""
    seat = seat_of(request)
    row = get_object_or_404(organs(seat), pk=pk) if pk else None
    form = OrganForm(request.POST or None, seat=seat, organ=row)
    title = f"修改{row}" if row else "设立议事机构"
    return begin(
        request, form, lambda **data: set_organ(seat, pk, **data), title,
        lambda made: f"/agenda/?organ={made.pk}",
    )  # fmt: skip
