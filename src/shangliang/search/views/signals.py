"""苗头: themes that rose, with counts, examples and uncertainty; a person confirms."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ...engines.search.rising import LEAST, PAST, RATE, WINDOW
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.judge_signal import judge_signal
from ..early import READERS, opened
from ..forms.suggestions import SignalForm
from ..models import Signal

PAGE = 15


@needs(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """The newest signals, those nobody judged first; ``?show=`` narrows."""
    seat = seat_of(request)
    show = request.GET.get("show", "")
    rows = Signal.objects.filter(committee_id=seat.committee_id).select_related("judged_by")
    tabs = [("", "待人判断"), ("confirmed", "属实"), ("dismissed", "不是苗头")]
    show = show if show in dict(tabs) else ""
    page = Paginator(rows.filter(verdict=show), PAGE).get_page(request.GET.get("page"))
    texts = opened(seat, list(page.object_list))
    context = {
        "page_obj": page,
        "rows": [(s, texts.get(s.pk, []), len(s.examples) - len(texts.get(s.pk, []))) for s in page],
        "tabs": [{"label": label, "url": f"?show={key}", "current": key == show, "count": None} for key, label in tabs],
        "window": WINDOW,
        "past": PAST,
        "rate": f"{RATE:.0%}",
        "least": LEAST,
        "show": show,
    }  # fmt: skip
    return render(request, "search/signals.html", context)


@require_POST
@needs(*READERS)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """A person's word."""
    form = SignalForm(request.POST)
    try:
        if form.is_valid():
            judge_signal(seat_of(request), pk, **form.cleaned_data)
            messages.success(request, "已记下。")
        else:
            messages.error(request, "请选“属实，继续关注”或“不是苗头”；理由不超过 300 字。")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("early-signals")
