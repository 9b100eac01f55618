"""牵线: the board, one lead with its stages."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused, offers
from ...submissions.likeness import pairs
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.start_lead import start_lead
from ..flow import LEAD
from ..models import Lead, LeadContact
from ..queries import leads
from ..story import office_story
from .surveys import day_of

WHO = (Role.MEMBER, Role.ORGANISER, Role.LEADER)


@require_http_methods(["GET", "POST"])
@needs(*WHO)
def board(request: HttpRequest) -> HttpResponse:
    """Leads and needs by stage; POST enters one."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        p = request.POST
        try:
            lead = start_lead(
                seat, side=p.get("side", ""), what=p.get("what", ""), title=p.get("title", ""),
                text=p.get("text", ""), conflict=p.get("conflict", ""),
                consent_on=day_of(p.get("consent_on", "")), consent_until=day_of(p.get("consent_until", "")),
                contact_name=p.get("contact_name", ""), contact=p.get("contact", ""),
            )  # fmt: skip
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("lead-page", pk=lead.pk)
    rows = leads(seat).select_related("introducer")
    what = request.GET.get("what", "")
    if what in Lead.What.values:
        rows = rows.filter(what=what)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    for row in page:
        row.label = LEAD.label_of(row.state)  # type: ignore[attr-defined]
    context = {
        "page_obj": page, "what": what, "whats": Lead.What.choices, "sides": Lead.Side.choices,
        "problem": problem, "v": request.POST, "may": seat.has(Role.MEMBER, Role.ORGANISER),
    }  # fmt: skip
    return render(request, "voices/leads.html", context, status=409 if problem else 200)


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One lead; contact details for the introducer and the organiser while the consent holds."""
    seat = seat_of(request)
    lead = get_object_or_404(leads(seat).select_related("introducer", "matched"), pk=pk)
    near = lead.introducer_id == seat.person_id or seat.has(Role.ORGANISER)
    verbs: list[dict[str, Any]] = []
    here = lead.get_absolute_url()
    for offer in offers(LEAD, seat, lead):
        verbs.append(button(offer, "lead", lead.pk, here, primary=not verbs))
    context = {
        "lead": lead, "label": LEAD.label_of(lead.state), "verbs": verbs, "near": near,
        "contact": LeadContact.objects.filter(lead=lead, committee_id=seat.committee_id).first()
        if near and lead.consent_holds(today()) else None,
        "alike": alike(lead) if lead.state in ("contact", "visit") else [],
        "story": office_story(lead, seat),
    }  # fmt: skip
    return render(request, "voices/lead.html", context)


def alike(lead: Lead) -> list[tuple[Lead, str]]:
    """What stands on the other side and speaks of the same: a suggestion with its words."""
    other = Lead.Side.NEED if lead.side == Lead.Side.OFFER else Lead.Side.OFFER
    rows = Lead.objects.filter(committee_id=lead.committee_id, side=other).exclude(state="ended")
    mine = pairs(lead.title + lead.text)
    found = []
    for row in rows[:200]:
        shared = sorted(mine & pairs(row.title + row.text))
        if len(shared) >= 2:
            found.append((len(shared), row, "同说" + "".join(f"“{w}”" for w in shared[:4])))
    return [(row, why) for _, row, why in sorted(found, key=lambda t: -t[0])[:3]]
