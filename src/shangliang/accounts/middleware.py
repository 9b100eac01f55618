"""``request.seat``: who acts. Idle sessions end (ASVS 7.3.1); ended accounts lose theirs at once."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from ..actors.models import Actor
from ..procedures.seat import NOBODY, Seat
from .seats import seat_of


class SeatMiddleware:
    """Puts the seat on the request; default is nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.seat = self.seat(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def seat(self, request: HttpRequest) -> Seat:
        user = request.user
        if not user.is_authenticated:
            return NOBODY
        now = datetime.now(UTC).timestamp()
        last = request.session.get("last", now)
        stamp = request.session.get("stamp", user.session_stamp)  # type: ignore[union-attr]
        idle = now - last > settings.SESSION_IDLE_SECONDS
        if idle or stamp != user.session_stamp or not user.is_active:  # type: ignore[union-attr]
            logout(request)
            return NOBODY
        if now - last > 60 or "last" not in request.session:
            request.session["last"] = now
            request.session["stamp"] = user.session_stamp  # type: ignore[union-attr]
        people = Actor.objects.filter(account=user, active=True).select_related("committee")
        chosen = request.session.get("person")
        person = (people.filter(pk=chosen).first() if chosen else None) or people.first()
        if person is None:
            return NOBODY
        return seat_of(person, ip=request.META.get("REMOTE_ADDR"))
