"""媒体: whom to tell, and who printed what."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...groups.views.common import steps
from ...web.access import needs
from ..actions.keep_outlet import keep_outlet
from ..actions.note_clipping import note_clipping
from ..flow.who import DESK, REVIEWERS
from ..forms.gazette import ClippingForm, OutletForm
from ..queries import clippings, outlets
from .desk import STEP

BACK = "media"


@require_safe
@needs(*REVIEWERS)
def listing(request: HttpRequest) -> HttpResponse:
    """Clippings newest first, by outlet where asked; the book of addresses for the desk."""
    seat = steps(request, STEP)
    rows = clippings(seat)
    given = request.GET.get("outlet", "")
    if given.isdecimal() and len(given) < 16:
        rows = rows.filter(outlet_id=int(given))
    page = Paginator(rows.order_by("-on", "-pk"), 25).get_page(request.GET.get("page"))
    book = list(
        outlets(seat).annotate(n=Count("clippings")).order_by("-active", "kind", "name", "pk")
    )
    context = {"page_obj": page, "outlets": book, "desk": seat.has(*DESK), "given": given}
    return render(request, "publications/media.html", context)


@needs(*DESK)
def outlet_new(request: HttpRequest) -> HttpResponse:
    """登记媒体."""
    seat = steps(request, STEP)
    form = OutletForm(request.POST if request.method == "POST" else None)
    return fill(
        request, form, lambda **data: keep_outlet(seat, **data), title="登记媒体", submit="登记",
        back=reverse(BACK), said="已登记。", crumbs=[("媒体和剪报", reverse(BACK)), ("登记媒体", "")],
        template="groups/form.html", base="base.html",
    )  # fmt: skip


@needs(*DESK)
def outlet(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one right."""
    seat = steps(request, STEP)
    row = get_object_or_404(outlets(seat), pk=pk)
    names = ("kind", "name", "desk", "contact", "reach", "active")
    form = OutletForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(row, name) for name in names},
    )
    return fill(
        request, form, lambda **data: keep_outlet(seat, pk=pk, **data), title=f"改：{row}",
        submit="存下", back=reverse(BACK), said="已改。",
        crumbs=[("媒体和剪报", reverse(BACK)), (str(row), "")],
        template="groups/form.html", base="base.html",
    )  # fmt: skip


@needs(*DESK)
def clipping_new(request: HttpRequest) -> HttpResponse:
    """记剪报."""
    seat = steps(request, STEP)
    form = ClippingForm(
        request.POST if request.method == "POST" else None, committee_id=seat.committee_id,
        initial={k: v for k, v in request.GET.items() if k in ("piece", "outlet")},
    )  # fmt: skip
    return fill(
        request, form, lambda **data: note_clipping(seat, **data), title="记剪报", submit="记下",
        back=reverse(BACK), said="已记下。", crumbs=[("媒体和剪报", reverse(BACK)), ("记剪报", "")],
        template="groups/form.html", base="base.html",
    )  # fmt: skip
