"""对口协商: which committee and department met this year, and which pairs did not (S-012)."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...actors.models import Tie
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..flow import CONSULTATION
from ..models import Consultation
from ..presets import forms
from ..queries import consultations


@require_safe
@needs(Role.ORGANISER, Role.CLERK, Role.LEADER, Role.MEMBER, Role.SUPERVISOR, Role.SECOND_REVIEWER)
def pairs(request: HttpRequest) -> HttpResponse:
    """Committee–department pairs and this year's consultations: which had none (S-012)."""
    seat = seat_of(request)
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else today().year
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=Tie.Kind.COUNTERPART)
        .on(today())
        .select_related("who", "whom")
        .order_by("who__stroke_key", "whom__stroke_key")
    )
    held: dict[tuple[int, int], list[tuple[int, str]]] = {}
    rows = (
        Consultation.objects.filter(
            committee_id=seat.committee_id,
            form="counterpart",
            held_on__year=year,
            parties__side="answers",
            parties__actor__isnull=False,
        )
        .order_by("held_on")
        .values_list("lead_id", "parties__actor_id", "pk", "title")
    )
    for lead, unit, pk, title in rows:
        held.setdefault((lead, unit), []).append((pk, title))
    for tie in ties:
        tie.held = held.get((tie.who_id, tie.whom_id), [])  # type: ignore[attr-defined]
    none = len([t for t in ties if not t.held])  # type: ignore[attr-defined]
    by_form = (
        Consultation.objects.filter(committee_id=seat.committee_id, held_on__year=year)
        .order_by()
        .values("form")
        .annotate(n=Count("pk"))
    )
    return render(
        request,
        "topics/pairs.html",
        {
            "rows": ties,
            "year": year,
            "none": none,
            "briefings": consultations(seat).filter(form="briefing").order_by("-starts_at")[:40],
            "by_form": [
                (forms()[r["form"]].label, r["n"]) for r in by_form if r["form"] in forms()
            ],
            "labels": CONSULTATION.states,
        },
    )
