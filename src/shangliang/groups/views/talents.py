"""请谁来: people of the pool for an activity, consultation, topic or proposal, each with the reason."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.ask_listed import ask_listed
from ..consent import rules
from ..matching import ABOUT, LATELY, About, about_of, suggest
from ..people import OFFICE
from ..queries import listed
from .common import steps

PAGES = {
    "activity": "activity",
    "consultation": "consultation",
    "topic": "topic",
    "proposal": "proposal",
}


def number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


@require_safe
@needs(*OFFICE)
def suggestions(request: HttpRequest) -> HttpResponse:
    """``?about=activity&id=3``, or ``?q=`` words of one's own."""
    seat = steps(request)
    table, pk = request.GET.get("about", ""), number(request.GET.get("id", ""))
    q = request.GET.get("q", "").strip()[:200]
    about = about_of(seat, table, pk) if table else None
    if table and about is None:
        raise Http404
    if about is None and q:
        about = About(q, q)
    found = suggest(seat, about) if about else []
    context = {
        "about": about, "q": q, "found": found, "label": ABOUT.get(table, ""),
        "often": rules().asked_often, "days": LATELY.days,
        "about_url": reverse(PAGES[table], args=[pk]) if about and table else "",
        "aside": sum(bool(m.conflict) for m in found),
    }  # fmt: skip
    return render(request, "groups/suggest.html", context)


@require_POST
@needs(*OFFICE)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask this one; back to the list of suggestions."""
    seat = steps(request)
    row = get_object_or_404(listed(seat), pk=pk)
    table, about = request.POST.get("about", ""), number(request.POST.get("id", ""))
    try:
        ask_listed(
            seat, row.pk, title=request.POST.get("title", "")[:120],
            about_type=table if table in ABOUT else "", about_id=about,
            despite=request.POST.get("despite", "")[:200],
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"已请{row.name}。")
    if table in ABOUT and about:
        query: dict[str, str | int] = {"about": table, "id": about}
        return redirect(f"{reverse('talent-suggest')}?{urlencode(query)}")
    return redirect(row)
