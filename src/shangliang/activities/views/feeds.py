"""日历订阅: making and ending the address; and the calendar itself, read by a program."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar
from icalendar import Event as Entry

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.make_feed import digest_of, make_feed
from ..actions.revoke_feed import revoke_feed
from ..models import Attendance, Feed
from .lists import base_of

BACK = timedelta(days=60)
STATUS = {
    "open": "CONFIRMED",
    "closed": "CONFIRMED",
    "cancelled": "CANCELLED",
    "withdrawn": "CANCELLED",
}


@needs()
def manage(request: HttpRequest) -> HttpResponse:
    """The address is shown once, when it is made."""
    seat = seat_of(request)
    address = ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "revoke":
                revoke_feed(seat)
                messages.success(request, "已停：原来的地址读不到任何东西了。")
                return redirect("calendar-feed")
            token = make_feed(seat)
            address = request.build_absolute_uri(reverse("feed", args=[token]))
        except Refused as refused:
            messages.error(request, str(refused))
    live = Feed.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, revoked_at__isnull=True
    ).first()
    return render(
        request, "activities/feed.html", {"base": base_of(seat), "feed": live, "address": address}
    )


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """One person's activities (RFC 5545). Nothing private: no reason of leave, no other people."""
    found = Feed.objects.filter(digest=digest_of(token), revoked_at__isnull=True).first()
    if found is None:
        raise Http404
    rows = (
        Attendance.objects.filter(
            committee_id=found.committee_id,
            person_id=found.person_id,
            activity__ends_at__gte=timezone.now() - BACK,
        )
        .exclude(activity__state="draft")
        .exclude(state__in=["not_going", "on_leave"])
        .select_related("activity")
        .order_by("activity__starts_at")[:500]
    )
    book = Calendar()
    book.add("prodid", "-//Shangliang//activities//ZH")
    book.add("version", "2.0")
    book.add("x-wr-calname", "政协活动")
    for row in rows:
        act = row.activity
        item = Entry()
        item.add("uid", f"activity-{act.pk}-{found.committee_id}@shangliang")
        item.add("dtstamp", act.moved_at or act.made_at)
        item.add("dtstart", act.starts_at)
        item.add("dtend", act.ends_at)
        item.add("summary", act.title)
        item.add("location", act.place)
        item.add("status", STATUS[act.state])
        item.add("sequence", 1 if act.moved_at else 0)
        book.add_component(item)
    answer = HttpResponse(book.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
