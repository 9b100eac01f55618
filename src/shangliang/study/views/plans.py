"""学习计划: all of them, one with its items and coverage, and the named layers."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.make_plan import make_plan
from ..actions.name_layer import name_layer
from ..coverage import lead_comes_late
from ..flow import ITEM, PLAN
from ..forms.plan import MakePlan, NameLayer
from ..layers import layers, people_in
from ..models import LayerSeat
from ..queries import items as seen_items
from ..queries import plans as seen
from ..who import KEEPERS, LEARNERS
from .base import SEE_ALL, base_of, opened, verbs_of

TONE = {"open": "act", "closed": "ok", "dropped": "", "draft": ""}


@needs(*LEARNERS)
def plans(request: HttpRequest) -> HttpResponse:
    """Year by year."""
    seat = opened(request)
    rows = seen(seat).annotate(
        all=Count("items", filter=~Q(items__state="dropped")),
        ended=Count("items", filter=Q(items__state="closed")),
    )
    page = Paginator(rows.order_by("-year", "pk"), 25).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.state_label = PLAN.label_of(row.state)  # type: ignore[attr-defined]
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "page_obj": page,
        "may": seat.has(*KEEPERS),
    }
    return render(request, "study/plans.html", context)


@needs(*KEEPERS)
def new(request: HttpRequest) -> HttpResponse:
    """拟一份."""
    seat = opened(request)
    form = MakePlan(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = make_plan(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已拟：{row}")
            return redirect(row)
    context = {
        "form": form,
        "title": "拟学习计划",
        "up": "study-plans",
        "up_label": "学习计划",
        "submit": "存下，去加内容",
    }
    return render(
        request, "study/new.html", context, status=422 if request.method == "POST" else 200
    )


@needs(*LEARNERS)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan: its items with who must, by when, and how far."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    items: list[Any] = list(
        seen_items(seat)
        .filter(plan=row)
        .prefetch_related("layers")
        .annotate(
            done=Count("duties", filter=Q(duties__state="done")),
            must=Count("duties", filter=~Q(duties__state="excused")),
        )
        .order_by("pk")
    )
    for each in items:
        show(each)
    items.sort(key=lambda x: (x.state == "dropped", x.first_due or "9"))
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "plan": row,
        "state": PLAN.label_of(row.state),
        "items": items,
        "all": seat.has(*SEE_ALL),
        "may": seat.has(*KEEPERS),
        "open": sum(x.state == "open" for x in items),
        "verbs": verbs_of(PLAN, seat, row, request.path, ("add_item", "issue_plan")),
    }
    return render(request, "study/plan.html", context)


def show(row: Any) -> None:
    """What a line of the plan says."""
    lays = list(row.layers.all())
    row.state_label, row.tone = ITEM.label_of(row.state), TONE[row.state]
    row.layer_rows = lays
    row.first_due = min((x.due_on.isoformat() for x in lays), default="")
    row.rate = row.done * 100 // row.must if row.must else None
    row.lead_late = lead_comes_late(lays)


@needs(*KEEPERS)
def layer_lists(request: HttpRequest) -> HttpResponse:
    """All layers: by which rule, how many people today."""
    seat = opened(request)
    rows = [
        {"layer": layer, "count": len(people_in(seat.committee_id, layer.key)), "how": how(layer)}
        for layer in layers().values()
    ]
    return render(request, "study/layers.html", {"rows": rows})


def how(layer: Any) -> str:
    """By what people are in it."""
    if layer.named:
        return "工作人员点名"
    if layer.office:
        return f"名册里任职为{'、'.join(layer.office)}"
    if layer.heads:
        return "名册里各单位、界别的负责人"
    if layer.new_days:
        return "当委员不满一年的"
    return "名册里的委员" if "member" in layer.ties else "名册里的工作人员"


@needs(*KEEPERS)
def layer_list(request: HttpRequest, key: str) -> HttpResponse:
    """The people of a named layer, ticked."""
    seat = opened(request)
    layer = layers().get(key)
    if layer is None or not layer.named:
        raise Http404
    now = LayerSeat.objects.filter(committee_id=seat.committee_id, layer=key)
    form = NameLayer(
        request.POST or None,
        committee_id=seat.committee_id,
        initial={"people": list(now.values_list("person_id", flat=True))},
    )
    if request.method == "POST" and form.is_valid():
        try:
            name_layer(seat, layer=key, people=form.cleaned_data["people"])
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已存：{layer.label} {len(form.cleaned_data['people'])} 人")
            return redirect("study-layers")
    context = {
        "form": form,
        "title": layer.label,
        "up": "study-layers",
        "up_label": "分层名单",
        "submit": "存名单",
    }
    return render(
        request, "study/new.html", context, status=422 if request.method == "POST" else 200
    )
