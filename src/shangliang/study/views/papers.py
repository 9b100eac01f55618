"""学习文章: what stands inside, what was handed in, one's own; and one of them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.hand_paper import hand_paper
from ..actions.start_paper import start_paper
from ..flow import PAPER
from ..forms.paper import WritePaper
from ..queries import papers as seen
from ..who import KEEPERS, LEARNERS
from .base import SEE_ALL, base_of, opened, verbs_of

TABS = {"inside": "刊出的", "mine": "我的", "handed": "交来的"}
TONE = {"published": "ok", "returned": "near", "handed": "act", "draft": ""}


@needs(*LEARNERS)
def papers(request: HttpRequest) -> HttpResponse:
    """Three shelves."""
    seat = opened(request)
    names = [t for t in TABS if t != "handed" or seat.has(*SEE_ALL)]
    show = request.GET.get("show", "handed" if seat.has(*KEEPERS) else "inside")
    show = show if show in names else "inside"
    rows = seen(seat).defer("text")
    if show == "mine":
        rows = rows.filter(author_id=seat.person_id)
    elif show == "handed":
        rows = rows.filter(state__in=["handed", "returned"])
    else:
        rows = rows.filter(state="published").order_by("-published_at", "-pk")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.state_label = PAPER.label_of(row.state)  # type: ignore[attr-defined]
        row.tone = TONE[row.state]  # type: ignore[attr-defined]
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "page_obj": page,
        "show": show,
        "tabs": [
            {"label": TABS[n], "url": f"?show={n}", "count": None, "current": n == show}
            for n in names
        ],
    }
    return render(request, "study/papers.html", context)


@needs(*LEARNERS)
def new(request: HttpRequest) -> HttpResponse:
    """Write or hand in a Word file; kept, or handed in at once."""
    seat = opened(request)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WritePaper(*given, seat=seat, initial={"item": request.GET.get("item")})
    if request.method == "POST" and form.is_valid():
        try:
            row = start_paper(seat, **form.cleaned_data)
            if request.POST.get("act") == "hand":
                hand_paper(seat, row.pk)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            handed = request.POST.get("act") == "hand"
            messages.success(request, f"{'已交' if handed else '存着，还没有交'}：{row}")
            return redirect(row)
    context = {"base": base_of(seat), "back_url": reverse("study"), "form": form}
    return render(
        request, "study/paper_new.html", context, status=422 if request.method == "POST" else 200
    )


@needs(*LEARNERS)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The text, and for its author and the office what readers said."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    own = row.author_id == seat.person_id
    inner = own or seat.has(*KEEPERS, Role.LEADER)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "paper": row,
        "own": own,
        "inner": inner,
        "state": PAPER.label_of(row.state),
        "tone": TONE[row.state],
        "comments": list(row.comments.select_related("by")) if inner else [],
        "verbs": verbs_of(PAPER, seat, row, request.path, ("hand_paper", "publish_paper")),
    }
    return render(request, "study/paper.html", context)
