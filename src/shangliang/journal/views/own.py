"""我的记录: who opened my name where it is shielded, and from where my account was used."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...accounts.access_log import WORDS
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..models import Access


@needs()
def mine(request: HttpRequest) -> HttpResponse:
    """One's own rows of the access log: about oneself, and by oneself."""
    seat = seat_of(request)
    rows = Access.objects.filter(committee_id=seat.committee_id)
    opened = rows.filter(kind="name_opened", about_type="actor", about_id=seat.person_id)
    used = rows.filter(person_id=seat.person_id).exclude(kind="name_opened")
    context = {
        "base": "base_phone.html" if seat.has(Role.MEMBER) else "base.html",
        "opened": opened.select_related("person").order_by("-at")[:100],
        "used": [(row, WORDS.get(row.kind, row.kind)) for row in used.order_by("-at")[:50]],
    }
    return render(request, "journal/mine.html", context)
