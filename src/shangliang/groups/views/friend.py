"""政协之友 without an account: the office gives a link; behind it stand one's own invitations only."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ...activities.flow import ATTENDANCE
from ...activities.models import Activity, Attendance
from ...procedures.perform import REGISTRY
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers, refuse
from ...web.access import needs
from ..actions.end_link import end_link
from ..actions.give_link import give_link
from ..consent import text_of
from ..models import OwnLink
from ..own_link import opened_by
from ..people import OFFICE
from ..queries import listed
from .common import steps

# What a friend answers here; leave with its reason is for members.
ANSWERS = ("accept_invitation", "decline_invitation")
MOST = 30


@never_cache
@require_POST
@needs(*OFFICE)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one and show it this once, or end the one in use."""
    seat = steps(request)
    row = get_object_or_404(listed(seat), pk=pk)
    try:
        if request.POST.get("act") == "end":
            end_link(seat, pk)
            messages.success(request, "已停：原来的链接打不开了。")
            return redirect(row)
        token = give_link(seat, pk)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(row)
    address = request.build_absolute_uri(f"/friend/{token}/")
    return render(request, "groups/link.html", {"row": row, "address": address})


def seat_behind(link: OwnLink) -> Seat:
    """The friend, without any role: sees and answers what names them, nothing else."""
    return Seat(
        person_id=link.listed.person_id or 0, committee_id=link.committee_id,
        name=link.listed.name, committee_name=str(link.committee),
    )  # fmt: skip


@never_cache
@require_http_methods(["GET", "POST"])
def own_page(request: HttpRequest, token: str) -> HttpResponse:
    """Invitations with an answer, activities that name them, the consent with its withdrawal."""
    found = opened_by(token)
    if found is None:
        raise Http404
    seat, row, problem = seat_behind(found), found.listed, ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "withdraw":
                REGISTRY[("listed", "withdraw_listed")](seat, row.pk)
                return render(request, "groups/friend_gone.html", {"office": found.committee})
            answer(seat, request.POST.get("act", ""), request.POST.get("row", ""))
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(f"{request.path}?said=1")
    context = {
        "row": row, "office": found.committee, "problem": problem,
        "said": "已答复，谢谢。" if request.GET.get("said") and not problem else "",
        "coming": coming(seat), "been": been(seat), "text": text_of(row, str(found.committee)),
    }  # fmt: skip
    response = render(request, "groups/friend.html", context, status=409 if problem else 200)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def answer(seat: Seat, verb: str, pk: str) -> None:
    """Say yes or no to an invitation of one's own. Raises Refused."""
    if verb not in ANSWERS or not (pk.isascii() and pk.isdecimal() and len(pk) < 16):
        raise refuse("没有看懂，请再点一次。")
    REGISTRY[("attendance", verb)](seat, int(pk))


def coming(seat: Seat) -> list[dict[str, Any]]:
    """Invitations to what is still to come, with what may be answered."""
    rows = (
        Attendance.objects.filter(
            committee_id=seat.committee_id, person_id=seat.person_id, activity__state="open",
            activity__ends_at__gte=timezone.now(),
        )
        .select_related("activity")
        .order_by("activity__starts_at", "pk")[:MOST]
    )  # fmt: skip
    return [
        {
            "row": row,
            "word": ATTENDANCE.label_of(row.state),
            "offers": [
                (o.move.verb, o.move.label)
                for o in offers(ATTENDANCE, seat, row)
                if o.move.verb in ANSWERS and o.verdict.ok
            ],
        }
        for row in rows
    ]


def been(seat: Seat) -> list[Activity]:
    """Closed activities whose record names them as having been there."""
    there = Attendance.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, presences__isnull=False
    )
    rows = Activity.objects.filter(
        committee_id=seat.committee_id, state="closed", pk__in=there.values("activity_id")
    )
    return list(rows.order_by("-starts_at", "-pk")[:MOST])
