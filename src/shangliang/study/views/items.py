"""One thing to learn: what to do, who has, what was recorded; and the text that is read."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...activities.queries import visible as activities
from ...documents.models import Clause, IntakeParagraph
from ...documents.queries import intakes
from ...web.access import needs
from ..coverage import coverage_of, lead_comes_late
from ..flow import DUTY, ITEM
from ..models import StudyDuty, StudyReading
from ..queries import items as seen
from ..queries import papers as seen_papers
from ..queries import quizzes as seen_quizzes
from ..queries import shared_notes
from ..who import KEEPERS, LEARNERS
from .base import SEE_ALL, base_of, opened, verbs_of

PARAGRAPHS = 120
SHOWN = 30
HEADING = 24  # a longer paragraph is read as text, whatever its number says


@needs(*LEARNERS)
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """For the one who learns: what, until when, one button. For the office: coverage with names."""
    seat = opened(request)
    row = get_object_or_404(
        seen(seat).prefetch_related("layers", "readings__clause", "readings__intake"), pk=pk
    )
    duty = (
        StudyDuty.objects.filter(committee_id=seat.committee_id, item=row, person_id=seat.person_id)
        .select_related("layer", "item", "note")
        .first()
    )
    layers = list(row.layers.all())
    notes = list(shared_notes(seat, row)[:SHOWN])
    act = activities(seat).filter(pk=row.activity_id).first() if row.activity_id else None
    context: dict[str, Any] = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "row": row,
        "state": ITEM.label_of(row.state),
        "duty": duty,
        "duty_label": DUTY.label_of(duty.state) if duty else "",
        "note": getattr(duty, "note", None) if duty else None,
        "duty_verbs": verbs_of(
            DUTY,
            seat,
            duty,
            request.path,
            ("confirm_read",) if row.kind == "reading" else (),
            ("excuse", "unexcuse"),
        )
        if duty
        else [],
        "layers": layers,
        "lead_late": lead_comes_late(layers) if seat.has(*KEEPERS) else "",
        "readings": list(row.readings.all()),
        "notes": notes,
        "activity": act,
        "all": seat.has(*SEE_ALL),
        "keeps": seat.has(*KEEPERS),
    }
    if row.state in ("open", "closed"):
        context["coverage"] = coverage_of(seat, row)
    if seat.has(*KEEPERS):
        context["verbs"] = verbs_of(
            ITEM, seat, row, request.path, ("issue_item",) if row.state == "draft" else ()
        )
    if row.kind == "paper":
        context["papers"] = list(seen_papers(seat).filter(item=row)[:SHOWN])
    if row.kind == "quiz":
        context["quizzes"] = list(seen_quizzes(seat).filter(item=row)[:SHOWN])
    if row.intake_id:
        context["points_page"] = intakes(seat).filter(pk=row.intake_id or 0).first()
    return render(request, "study/item.html", context)


@needs(*LEARNERS)
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """The text itself, with its clauses beside their paragraphs; for those who must and the office."""
    seat = opened(request)
    row = get_object_or_404(
        StudyReading.objects.filter(committee_id=seat.committee_id).select_related(
            "item", "intake", "clause"
        ),
        pk=pk,
        item__in=seen(seat).values("pk"),
    )
    if row.intake is None:
        return redirect("study-item", pk=row.item_id)
    rows = IntakeParagraph.objects.filter(
        committee_id=seat.committee_id, intake=row.intake
    ).order_by("order")
    clauses = Clause.objects.filter(committee_id=seat.committee_id, intake=row.intake)
    if row.clause:
        # The clause and what stands under it, up to the next one of its level.
        first = row.clause.order // 10_000
        after = (
            clauses.filter(
                part=row.clause.part, order__gt=row.clause.order, level__lte=row.clause.level
            )
            .order_by("order")
            .first()
        )
        rows = rows.filter(order__gte=first)
        if after is not None:
            rows = rows.filter(order__lt=max(after.order // 10_000, first + 1))
    page = Paginator(rows, PARAGRAPHS).get_page(request.GET.get("page"))
    marks: dict[int, list[Clause]] = {}
    for clause in clauses:
        marks.setdefault(clause.order // 10_000, []).append(clause)
    lines = [
        {"p": p, "clauses": marks.get(p.order, []), "head": p.level and len(p.text) <= HEADING}
        for p in page.object_list
        if not p.loose
    ]
    duty = (
        StudyDuty.objects.filter(
            committee_id=seat.committee_id, item=row.item, person_id=seat.person_id
        )
        .select_related("item", "layer")
        .first()
    )
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "reading": row,
        "lines": lines,
        "page_obj": page,
        "verbs": verbs_of(
            DUTY, seat, duty, row.item.get_absolute_url(), ("confirm_read",), ("excuse", "unexcuse")
        )
        if duty
        else [],
        "source": intakes(seat).filter(pk=row.intake.pk).first(),
    }
    return render(request, "study/reading.html", context)
