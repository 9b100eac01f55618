"""听取汇报、中心组学习: the list, one sitting with its points, the pack as docx."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...engines.papers.official import to_docx
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused, offers
from ...submissions.views.chain.papers import WORD, attachment
from ...tasks.flow import TASK
from ...tasks.models import Task
from ...web.access import needs, seat_of
from ..actions.plan_sitting import plan_sitting
from ..flow import SITTING
from ..flow.sitting import STATES
from ..flow.who import DESK, READERS
from ..forms.sittings import SittingForm
from ..models import Sitting, SittingPoint
from ..pack import pack_of
from ..papers import sitting_paper
from ..queries import sittings
from .verbs import buttons

PAGE = 25


@require_safe
@needs(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first, with decisions and how many became tasks."""
    seat = seat_of(request)
    decided = Q(points__kind=SittingPoint.Kind.DECISION)
    rows = sittings(seat).annotate(
        decisions=Count("pk", filter=decided),
        given=Count("pk", filter=decided & Q(points__task_id__isnull=False)),
    )
    page = Paginator(rows.order_by("-on", "-pk"), PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.state_name = STATES[row.state]  # type: ignore[attr-defined]
    context = {"rows": list(page), "page_obj": page, "desk": seat.has(*DESK)}
    return render(request, "cycles/sittings.html", context)


@needs(*DESK)
def new(request: HttpRequest) -> HttpResponse:
    """准备一次."""
    form = SittingForm(request.POST or None, initial={"on": today()})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = plan_sitting(seat_of(request), **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"已存：{row}")
                return redirect(row)
    context = {"form": form, "title": "准备听取汇报或中心组学习", "back": "sittings",
               "submit": "存下"}  # fmt: skip
    return render(request, "cycles/form.html", context, status=status)


@require_safe
@needs(*READERS)
def sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """One sitting: what is read, who said what, what was decided and how it stands."""
    seat = seat_of(request)
    row = get_object_or_404(sittings(seat), pk=pk)
    points = list(row.points.all())
    tasks = Task.objects.filter(
        committee_id=seat.committee_id, pk__in=[p.task_id for p in points if p.task_id]
    ).select_related("owner").in_bulk()  # fmt: skip
    for point in points:
        point.task = tasks.get(point.task_id or 0)  # type: ignore[attr-defined]
        if point.task:  # type: ignore[attr-defined]
            point.task_state = TASK.label_of(point.task.state)  # type: ignore[attr-defined]
    hearing = row.kind == Sitting.Kind.HEARING
    context = {
        "row": row,
        "state": STATES[row.state],
        "groups": [
            (label, [p for p in points if p.kind == kind])
            for kind, label in SittingPoint.Kind.choices
            if kind != SittingPoint.Kind.ASK or hearing
        ],
        "verbs": buttons(offers(SITTING, seat, row), "sitting", pk, request.path),
        "pack": pack_of(row) if hearing else None,
    }
    return render(request, "cycles/sitting.html", context)


@require_safe
@needs(*READERS)
def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """The pack as docx: figures of today, what is late, what is asked; then what was decided."""
    seat = seat_of(request)
    row = get_object_or_404(sittings(seat).select_related("committee"), pk=pk)
    made = to_docx(sitting_paper(row), template_of(seat.committee_id, "report"))
    return attachment(made, WORD, f"{row.title}.docx")
