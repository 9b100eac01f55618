"""部署覆盖: which deployments have work of this body yet, and a new deployment."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.add_deployment import add_deployment
from ..forms.judges import DeploymentForm
from ..models import Deployment
from ..queries import INSIDE


@require_safe
@needs(*INSIDE)
def coverage(request: HttpRequest) -> HttpResponse:
    """Deployments with their topics and consultations: which have no work yet (S-029)."""
    seat = seat_of(request)
    own = {"committee_id": seat.committee_id}
    rows = list(
        Deployment.objects.filter(**own, active=True)
        .select_related("parent")
        .annotate(
            n_topics=Count("topics", distinct=True),
            n_items=Count("items", filter=Q(items__dropped_on__isnull=True), distinct=True),
            n_held=Count(
                "topics__consultations",
                filter=Q(
                    topics__consultations__state__in=["held", "recorded", "answered", "closed"]
                ),
                distinct=True,
            ),
        )
    )
    rows.sort(key=lambda r: (r.parent_id or r.pk, r.parent_id is not None, r.pk))
    empty = [r for r in rows if not (r.n_topics or r.n_items)]
    return render(
        request,
        "topics/coverage.html",
        {
            "rows": rows,
            "empty": empty,
            "office": seat.has(Role.ORGANISER, Role.CLERK),
        },
    )


@needs(Role.ORGANISER, Role.CLERK)
def deployment_new(request: HttpRequest) -> HttpResponse:
    """A deployment with the clause it stands in."""
    seat = seat_of(request)
    form = DeploymentForm(request.POST or None, committee_id=seat.committee_id)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            add_deployment(seat, **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("topic-coverage")
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "登记重大部署",
        "crumb_url": "topic-coverage",
        "crumb": "部署覆盖",
        "submit": "登记",
    }
    return render(request, "topics/form.html", context, status=status)
