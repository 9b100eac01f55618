"""换身份: one account, several people (member of the city and of a county); one seat at a time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...actors.models import Actor
from ...web.access import needs, seat_of
from ..access_log import note
from .gate import account_of, onward
from .second import remember_key


@needs()
def switch(request: HttpRequest) -> HttpResponse:
    """GET lists the seats; POST sits in another. The session gets a new key (ASVS 7.2.4)."""
    user = account_of(request)
    people = (
        Actor.objects.filter(account=user, active=True).select_related("committee").order_by("pk")
    )
    if request.method == "POST":
        wanted = request.POST.get("seat", "")
        chosen = (
            people.filter(pk=int(wanted)).first() if wanted.isdigit() and len(wanted) < 18 else None
        )
        if chosen is None:
            messages.error(request, "没有这个身份，或者它已经停用。")
            return redirect("seat-switch")
        request.session["person"] = chosen.pk
        request.session.cycle_key()
        remember_key(request, user)
        note("seat", request, account_id=user.pk, person=chosen)
        messages.success(request, f"现在是：{chosen.committee} {chosen.name}")
        return redirect(onward(request))
    given = getattr(request, "seats", [])
    seats = given() if callable(given) else given
    context = {"listed": seats or [seat_of(request)], "here": seat_of(request)}
    return render(request, "accounts/seats.html", context)
