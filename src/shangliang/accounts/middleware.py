"""``request.seat``: who acts. Idle sessions end (ASVS 7.3.1); ended accounts lose theirs at once."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from ..actors.models import Actor
from ..procedures.seat import NOBODY, Seat
from .access_log import address, note_seat
from .gates import gate, passes
from .models import User, Visit
from .seats import seat_of

EVERY = 60  # seconds between two marks of a session's last use


class SeatMiddleware:
    """Puts the seat on the request; default is nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seat, closed = self.seat(request)
        request.seat = NOBODY if closed else seat  # type: ignore[attr-defined]
        # The gate pages alone act for the seat that waits behind them.
        request.waiting_seat = seat  # type: ignore[attr-defined]
        if closed and not passes(request.path):
            query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
            return redirect(f"{reverse(closed)}{'?' + query if query else ''}")
        response = self.get_response(request)
        if response.status_code == 403 and seat.signed_in:
            match = request.resolver_match
            note_seat("denied", seat, view=(match.view_name if match else "")[:60])
        if seat.signed_in and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"  # shared office PCs (ASVS 14.3.2)
        return response

    def seat(self, request: HttpRequest) -> tuple[Seat, str]:
        """(seat, closed gate)."""
        request.seats = []  # type: ignore[attr-defined]
        user = request.user
        if not isinstance(user, User) and not user.is_authenticated:
            return NOBODY, ""
        assert isinstance(user, User)
        if not self.alive(request, user):
            logout(request)
            return NOBODY, ""
        people = list(
            Actor.objects.filter(account=user, active=True)
            .select_related("committee")
            .order_by("pk")
        )
        if not people:
            logout(request)
            return NOBODY, ""
        ip = address(request)
        chosen = request.session.get("person")
        person = next((p for p in people if p.pk == chosen), people[0])
        seat = seat_of(person, ip=ip)
        if len(people) > 1:
            request.seats = lambda: [seat_of(p, ip=ip) for p in people]  # type: ignore[attr-defined]
        return seat, gate(request, user, seat)

    def alive(self, request: HttpRequest, user: User) -> bool:
        """Not idle too long, not older than a day's work, not ended from elsewhere."""
        now, session = datetime.now(UTC).timestamp(), request.session
        if not user.is_active or (user.demo and not settings.DEMO):
            return False
        if session.get("stamp", user.session_stamp) != user.session_stamp:
            return False
        if now - session.get("last", now) > settings.SESSION_IDLE_SECONDS:
            return False
        if now - session.get("since", now) > settings.SESSION_COOKIE_AGE:
            return False
        if "last" not in session or now - session["last"] > EVERY:
            session["last"], session["stamp"] = now, user.session_stamp
            session.setdefault("since", now)
            if session.session_key:
                Visit.objects.filter(session_key=session.session_key).update(seen_at=timezone.now())
        return True
