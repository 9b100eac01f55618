"""发现: what stays open until it was seen again."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ...web.access import needs, seat_of
from ..flow import FINDING
from ..flow.finding import state_words
from ..queries import findings as seen
from .lists import BUSINESS, verbs_of

SHOWS = {
    "open": "待整改、待归档",
    "answered": "待复查",
    "confirmed": "已销号",
    "filed": "已归档",
    "all": "全部",
}


@needs(*BUSINESS)
def findings(request: HttpRequest) -> HttpResponse:
    """Open ones first; a unit sees its own."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    show = request.GET.get("show", "open")
    show = show if show in SHOWS else "open"
    rows = seen(seat) if show == "all" else seen(seat).filter(state=show)
    page = Paginator(rows.order_by("-id"), 25).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.state_label = state_words(row)  # type: ignore[attr-defined]
    tabs = [
        {"label": label, "url": f"?show={name}", "count": None, "current": name == show}
        for name, label in SHOWS.items()
    ]
    return render(
        request, "activities/findings.html", {"tabs": tabs, "page_obj": page, "show": show}
    )


@needs(*BUSINESS)
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """One finding: the first photo, the answer, the second photo, and what it rests on."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    rows = seen(seat).select_related("photo", "second_photo", "task", "seen_again_by")
    row = get_object_or_404(rows, pk=pk)
    context = {
        "row": row,
        "state_label": state_words(row),
        "verbs": verbs_of(FINDING, "finding", seat, row, request.path),
        "cards": list(row.cards.select_related("person")),
        "notes": list(row.notes.select_related("by", "photo")),
    }
    return render(request, "activities/finding.html", context)


@require_safe
@needs(*BUSINESS)  # type: ignore[arg-type]  # a file is streamed: HttpResponseBase, not HttpResponse
def photo(request: HttpRequest, pk: int, visit: int) -> HttpResponseBase:
    """The picture of the first visit (1) or of the second (2), for all who see the finding.

    The file itself belongs to the activity, which the unit named need not see.
    """
    rows = seen(seat_of(request)).select_related("photo", "second_photo")
    row = get_object_or_404(rows, pk=pk)
    picture = {1: row.photo, 2: row.second_photo}.get(visit)
    if picture is None or picture.removed_at:
        raise Http404
    try:
        handle = picture.file.open("rb")
    except FileNotFoundError:
        raise Http404("照片不在存储里，请告诉管理员。") from None
    answer = FileResponse(handle, content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer
