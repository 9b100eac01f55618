"""One page for every plain act: its form, its verb, the refusal beside what was typed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..forms.acts import PAGES
from ..who import READERS


@needs(*READERS)
def act(request: HttpRequest, name: str) -> HttpResponse:
    """GET shows the form, filled from the address; POST does it."""
    page = PAGES.get(name)
    if page is None:
        raise Http404
    seat = seat_of(request)
    if not seat.has(*page.roles):
        names = "、".join(role.label for role in page.roles)
        raise PermissionDenied(f"“{page.title}”由{names}来做，您现在的身份是别的。")
    back = request.POST.get("next") or request.GET.get("next") or ""
    if not (back and url_has_allowed_host_and_scheme(back, {request.get_host()})):
        back = reverse(page.after)
    problem = ""
    if request.method == "POST":
        form = page.form(request.POST, seat=seat)
        if form.is_valid():
            try:
                made = page.do(seat, *form.place, **form.arguments())
            except Refused as refused:
                problem = str(refused)
            else:
                messages.success(request, f"已{page.title}。")
                return redirect(page.opens, made.pk) if page.opens else redirect(back)
    else:
        form = page.form(initial=given(request), seat=seat)
    context = {"page": page, "form": form, "problem": problem, "next": back}
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "yardsticks/act.html", context, status=status)


def given(request: HttpRequest) -> dict[str, Any]:
    """What the page before already knows, kept short."""
    return {k: v[:400] for k, v in request.GET.items() if k != "next" and "\x00" not in v}
