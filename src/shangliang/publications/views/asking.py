"""提问: by the code on the wall, without an account; by receipt the answer; the list of all answers."""

import qrcode
import qrcode.image.svg
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...voices.limits import not_too_often
from ...web.views.errors import show
from ..actions.ask_doubt import ask_doubt
from ..alike import alike
from ..flow import DOUBT
from ..models import Doubt, Lecture
from ..queries import public_answers
from .lectures import TONES
from .public import here

MOST = 10
LOOKUPS = 60


def talk_of(code: str) -> Lecture | None:
    """A talk people may know of; one that is not held is not there."""
    rows = Lecture.objects.select_related("committee", "speaker").filter(code=code.strip().upper())
    return rows.exclude(state="cancelled").first()


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """What is told, and the box to ask; the receipt is the key to the answer."""
    try:
        not_too_often(request, "talk", LOOKUPS * 5)
    except Refused:
        return show(request, 429)
    row = talk_of(code)
    if row is None:
        return show(request, 404, title="没有这一场", text="提问码写错了一位，或者这一场没有办。")
    request.committee = row.committee  # type: ignore[attr-defined]
    text, problem = request.POST.get("text", ""), ""
    if request.method == "POST":
        try:
            not_too_often(request, "doubt", MOST)
            made = ask_doubt(Seat(committee_id=row.committee_id), code=row.code, text=text)
            return redirect(reverse("doubt", args=[made.public_code]) + "?new=1")
        except Refused as refused:
            problem = str(refused)
    told = row.doubts.filter(state="published").order_by("pk")[:30]
    context = {"row": row, "text": text, "problem": problem, "told": list(told)}
    return render(request, "publications/ask.html", context, status=422 if problem else 200)


@require_safe
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """By receipt: how far it is, the answer, who answered by what; until then what is alike."""
    try:
        not_too_often(request, "receipt", LOOKUPS)
    except Refused:
        return show(request, 429)
    row = (
        Doubt.objects.select_related("committee", "lecture")
        .filter(public_code=code.strip().upper())
        .first()
    )
    if row is None:
        return show(request, 404, title="没有查到", text="回执号写错了一位，或者不是这里的。")
    request.committee = row.committee  # type: ignore[attr-defined]
    shown = row.state == "published"
    context = {
        "row": row, "state": DOUBT.label_of(row.state), "tone": TONES[row.state], "shown": shown,
        "near": [] if shown else alike(row), "is_new": request.GET.get("new") == "1",
    }  # fmt: skip
    return render(request, "publications/receipt.html", context)


@require_safe
def code_image(request: HttpRequest, code: str) -> HttpResponse:
    """The way in, to be scanned."""
    row = talk_of(code)
    if row is None:
        raise Http404
    address = request.build_absolute_uri(reverse("lecture-ask", args=[row.code]))
    drawn = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2, box_size=12)
    return HttpResponse(drawn.to_string(), content_type="image/svg+xml")


@require_safe
def answers(request: HttpRequest) -> HttpResponse:
    """问答: every checked answer of a committee, newest first, by words."""
    place, places = here(request)
    q = request.GET.get("q", "").strip()[:40]
    rows = public_answers(place.pk if place else 0)
    if q:
        rows = rows.filter(text__icontains=q) | rows.filter(answer__icontains=q)
    page = Paginator(rows.order_by("-published_on", "-pk"), 20).get_page(request.GET.get("page"))
    context = {"place": place, "places": places, "q": q, "page_obj": page}
    return render(request, "publications/answers.html", context)
