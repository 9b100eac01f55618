"""三作请同事看: the list, one piece with the words to it, showing one of one's own."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...procedures.forms import FORMS
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import offers
from ...submissions.queries import visible
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.share_work import own_piece, share_work
from ..flow.homework import SHARED_WORK, WORK_COMMENT
from ..forms.homework import ShareWork
from ..models import SharedWork
from ..queries import READERS, comments, shared_works
from .record import base_of

PAGE, MOST = 25, 200
WHO = (Role.MEMBER, *READERS)


@require_safe
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """What colleagues show, newest first; mine first among tabs. No counts of persons, no order by words."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    rows = shared_works(seat).select_related("person")
    mine = request.GET.get("show") == "mine"
    rows = rows.filter(person_id=seat.person_id) if mine else rows.filter(state="open")
    rows = rows.annotate(words=Count("comments", filter=Q(comments__state="shown")))
    page = Paginator(rows.order_by("-pk"), PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.label = SHARED_WORK.label_of(row.state)  # type: ignore[attr-defined]
    tabs = [{"label": "同事的", "url": "?", "count": None, "current": not mine}]
    if seat.has(Role.MEMBER):
        tabs.append({"label": "我的", "url": "?show=mine", "count": None, "current": mine})
    context = {
        "base": base_of(request), "page_obj": page, "tabs": tabs, "mine": mine,
        "member": seat.has(Role.MEMBER),
    }  # fmt: skip
    return render(request, "deeds/homework.html", context)


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner's words, what colleagues wrote, and what this seat may do with each."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(shared_works(seat).select_related("person"), pk=pk)
    rows: list[Any] = list(comments(seat).filter(work=row).select_related("by")[:MOST])
    for one in rows:
        one.work = row
        one.verbs = [
            button(o, "work_comment", one.pk, request.path) for o in offers(WORK_COMMENT, seat, one)
        ]
    verbs = [button(o, "shared_work", row.pk, request.path) for o in offers(SHARED_WORK, seat, row)]
    writes = any(v["verb"] == "comment_work" and not v["disabled"] for v in verbs)
    context = {
        "base": base_of(request), "row": row, "rows": rows, "mine": row.person_id == seat.person_id,
        "verbs": [v for v in verbs if v["verb"] != "comment_work"],
        "form": FORMS[("shared_work", "comment_work")](case=row, seat=seat) if writes else None,
        "address": address(seat, row),
    }  # fmt: skip
    return render(request, "deeds/homework_work.html", context)


def address(seat: Seat, row: SharedWork) -> str:
    """The proposal's page, for whom it is open."""
    if row.source_type != "submission" or not visible(seat).filter(pk=row.source_id).exists():
        return ""
    return reverse("proposal", args=[row.source_id])


@needs(Role.MEMBER)
def share(request: HttpRequest, year: int) -> HttpResponse:
    """One piece of one's own sheet, named by ?about=type:id."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    kind, _, number = request.GET.get("about", "").partition(":")
    if not (number.isascii() and number.isdecimal() and len(number) < 16):
        raise Http404
    if not 1990 < year <= today().year:
        raise Http404
    found = own_piece(seat, year, kind, int(number))
    if found is None:
        raise Http404
    form = ShareWork(request.POST if request.method == "POST" else None)
    back = reverse("record", args=[seat.person_id, year])
    return fill(
        request, form,
        lambda **data: share_work(seat, year=year, source_type=kind, source_id=int(number), **data),
        title=f"请同事看：{found[1].title}", submit="请同事看", back=back,
        said="同事现在看得到，随时可以收起。", crumbs=[("我的履职", back), ("请同事看", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html",
        base=base_of(request),
    )  # fmt: skip
