"""宣讲: the talks, one talk with its questions, the sheet for the wall."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...groups.views.common import base_of, buttons, steps, story
from ...procedures.seat import Role
from ...web.access import needs
from ..actions.plan_lecture import plan_lecture
from ..alike import remember
from ..flow import DOUBT, LECTURE
from ..flow.who import DESK, REVIEWERS, UNITS
from ..forms.lecture import PlanLecture
from ..queries import doubts, lectures
from .desk import STEP

WHO = (*REVIEWERS, *UNITS, Role.MEMBER)
TONES = {"asked": "near", "answered": "act", "published": "ok", "aside": ""}
FIRST = {"asked": 0, "answered": 1, "published": 2, "aside": 3}
OPEN_FIRST = ("answer_doubt", "pass_doubt")


@require_safe
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first, with what was asked and what waits."""
    seat = steps(request, STEP)
    rows = lectures(seat).annotate(
        n=Count("doubts"),
        waits=Count("doubts", filter=Q(doubts__state__in=["asked", "answered"])),
        told=Count("doubts", filter=Q(doubts__state="published")),
    )
    page = Paginator(rows.order_by("-starts_at", "-pk"), 25).get_page(request.GET.get("page"))
    for row in page:
        row.word = LECTURE.label_of(row.state)  # type: ignore[attr-defined]
    context = {"base": base_of(seat), "page_obj": page, "desk": seat.has(*DESK)}
    return render(request, "publications/lectures.html", context)


@needs(*DESK)
def new(request: HttpRequest) -> HttpResponse:
    """排一场."""
    seat = steps(request, STEP)
    form = PlanLecture(
        request.POST if request.method == "POST" else None, committee_id=seat.committee_id
    )
    return fill(
        request, form, lambda **data: plan_lecture(seat, **data), title="排一场宣讲", submit="排定",
        back=reverse("lectures"), said="已排定。开讲前把提问码贴出来。",
        crumbs=[("宣讲", reverse("lectures")), ("排一场", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html", base="base.html",
    )  # fmt: skip


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The talk; its questions, those that wait first, each with its next step."""
    seat = steps(request, STEP)
    row = get_object_or_404(lectures(seat), pk=pk)
    found: list[Any] = list(doubts(seat).filter(lecture=row).select_related("passed_by")[:200])
    found.sort(key=lambda d: (FIRST[d.state], d.pk))
    remember(found, seat.committee_id)
    for n, doubt in enumerate(found):
        doubt.word, doubt.tone = DOUBT.label_of(doubt.state), TONES[doubt.state]
        if n < 30 and doubt.state in ("asked", "answered"):
            doubt.verbs = buttons(DOUBT, seat, doubt, row.get_absolute_url(), OPEN_FIRST)
    counts = {state: sum(d.state == state for d in found) for state in FIRST}
    context = {
        "base": base_of(seat), "row": row, "state": LECTURE.label_of(row.state), "doubts": found,
        "counts": counts, "inside": seat.has(*REVIEWERS),
        "verbs": buttons(LECTURE, seat, row, row.get_absolute_url(), ("open_lecture",)),
        "events": story(row, seat.committee_id, 8),
        "address": request.build_absolute_uri(reverse("lecture-ask", args=[row.code])),
    }  # fmt: skip
    return render(request, "publications/lecture.html", context)


@require_safe
@needs(*WHO)
def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """For the wall of the room: what is told, the code to ask by."""
    row = get_object_or_404(lectures(steps(request, STEP)), pk=pk)
    address = request.build_absolute_uri(reverse("lecture-ask", args=[row.code]))
    return render(request, "publications/poster.html", {"row": row, "address": address})
