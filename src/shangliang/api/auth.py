"""Who calls: a token in the header, or the browser's own session (with CSRF). And how often."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.throttling import SimpleRateThrottle

from ..accounts.access_log import address
from ..procedures.seat import Seat
from .tokens import opened_by


class Token(HttpBearer):
    """``Authorization: Bearer sl_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        opened = opened_by(token, address(request))
        if opened is None:
            return None
        row, request.seat = opened  # type: ignore[attr-defined]
        return f"token:{row.pk}"


class Session(APIKeyCookie):
    """The signed-in browser. Anything but reading needs the CSRF token in ``X-CSRFToken``."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        # A visitor is refused for not being signed in, not for a missing CSRF token.
        seat: Seat = request.seat  # type: ignore[attr-defined]
        return super().__call__(request) if seat.signed_in else None

    def authenticate(self, request: HttpRequest, key: str | None) -> str | None:
        return f"person:{request.seat.person_id}"  # type: ignore[attr-defined]


class Rate(SimpleRateThrottle):
    """So many calls a minute and token; ``SHANGLIANG_API_RATE`` sets it."""

    def __init__(self) -> None:
        super().__init__(settings.API_RATE)

    def allow_request(self, request: HttpRequest) -> bool:
        self.num_requests, self.duration = self.parse_rate(settings.API_RATE)
        return super().allow_request(request)

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"api:rate:{request.auth}"  # type: ignore[attr-defined]


AUTH = [Token(), Session()]


def seat_of(request: HttpRequest) -> Seat:
    """The seat the call acts from."""
    return request.seat  # type: ignore[attr-defined,no-any-return]
