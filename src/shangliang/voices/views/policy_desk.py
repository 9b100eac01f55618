"""惠企政策 of the office: what is in use, what firms ask, what they were refused and why."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...engines.policies import Verdict
from ...groups.views.common import buttons, story
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..actions.start_policy import start_policy
from ..flow import POLICY
from ..forms.policies import NewPolicy
from ..policy_book import book, rules_of_text
from ..queries import difficulties, policies
from .firms import OFFICE, WHO

LATEST = 50


@require_safe
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """Those in use first; how often asked, how often refused, and refused though the rules fit."""
    seat = seat_of(request)
    state = request.GET.get("state", "")
    rows = policies(seat).select_related("unit").annotate(
        asked=Count("questions", distinct=True), refused=Count("refusals", distinct=True),
        odd=Count("refusals", filter=Q(refusals__found="fits"), distinct=True),
    )  # fmt: skip
    if state in POLICY.states:
        rows = rows.filter(state=state)
    if words := request.GET.get("q", "").strip()[:60]:
        rows = rows.filter(Q(title__icontains=words) | Q(document__icontains=words))
    page = Paginator(rows.order_by("-odd", "-refused", "-pk"), 25).get_page(request.GET.get("page"))
    for row in page:
        row.label = POLICY.label_of(row.state)  # type: ignore[attr-defined]
        row.late = row.state == "open" and row.ends_on and row.ends_on < today()  # type: ignore[attr-defined]
    context = {
        "page_obj": page, "state": state, "q": words, "states": POLICY.states.items(),
        "office": seat.has(*OFFICE),
    }  # fmt: skip
    return render(request, "voices/policy_list.html", context)


@needs(*OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    """登记一条: a draft until it is put in use."""
    seat = seat_of(request)
    form = NewPolicy(
        request.POST if request.method == "POST" else None, seat=seat, initial={"starts_on": today()}
    )  # fmt: skip
    return fill(
        request, form, lambda **data: start_policy(seat, **data), title="登记惠企政策",
        submit="存为草稿", back=reverse("policies-desk"), said="已存。看一遍条件，再启用。",
        crumbs=[("惠企政策", reverse("policies-desk")), ("登记", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html", base="base.html",
    )  # fmt: skip


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The rules as they are read, the questions with their state, the refusals by reason."""
    seat = seat_of(request)
    row = get_object_or_404(policies(seat).select_related("unit", "by"), pk=pk)
    refusals: list[Any] = list(row.refusals.select_related("by")[:LATEST])
    counts = Counter(row.refusals.order_by().values_list("reason", flat=True))
    for one in refusals:
        one.label = book().reason(one.reason)
        one.said = Verdict(one.found).label if one.found else ""
    context = {
        "row": row, "label": POLICY.label_of(row.state), "rules": rules_of_text(row.rules),
        "verbs": buttons(POLICY, seat, row, request.path, ("publish_policy", "record_refusal")),
        "refusals": refusals, "total": sum(counts.values()),
        "reasons": [(name, counts[code]) for code, name in book().refusals if counts[code]],
        "questions": list(
            difficulties(seat).filter(policy=row).select_related("unit").order_by("-pk")[:LATEST]
        ),
        "events": story(row, seat.committee_id), "late": row.ends_on and row.ends_on < today(),
        "may_list": seat.has(Role.EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.LEADER),
    }  # fmt: skip
    return render(request, "voices/policy_desk.html", context)
