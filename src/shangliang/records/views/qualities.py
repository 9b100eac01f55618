"""三项质量: one page, three views of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ...procedures.seat import Role
from ...web.access import needs, seat_of
from .. import qualities
from ..statistics import sessions_of
from .statistics import chosen, session_tabs

WATCH = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER)
SIDES = {"proposals": "提案质量", "handling": "办理质量", "service": "服务质量"}


@needs(*WATCH)
def page(request: HttpRequest, side: str = "proposals") -> HttpResponse:
    """``side``: proposals, handling or service, for one session beside the two before."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    every, sessions = sessions_of(seat.committee_id, chosen(request))
    if not sessions:
        return render(request, "records/empty.html", {"title": "三项质量"})
    session = sessions[0]
    here = reverse("qualities") if side == "proposals" else reverse("quality", args=[side])
    context: dict[str, Any] = {
        "session": session,
        "sessions": sessions,
        "side": side,
        "tabs": session_tabs(every, session, here),
        "sides": [
            {
                "label": label,
                "url": (
                    reverse("qualities") if key == "proposals" else reverse("quality", args=[key])
                )
                + f"?session={session.pk}",
                "count": None,
                "current": key == side,
            }
            for key, label in SIDES.items()
        ],
    }
    if side == "proposals":
        context["q"] = qualities.proposals(seat, sessions)
    elif side == "handling":
        context["q"] = qualities.handling(seat, session)
    else:
        context["q"] = qualities.service_quality(seat, sessions)
    return render(request, f"records/quality_{side}.html", context)
