"""Decorator of the gate pages: they act for the seat that waits behind the gate."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from ...procedures.seat import Seat
from ..models import User

View = Callable[..., HttpResponse]


def waiting(request: HttpRequest) -> Seat:
    """The seat behind the gate; the same as the request's own once it is open."""
    return request.waiting_seat  # type: ignore[attr-defined,no-any-return]


def account_of(request: HttpRequest) -> User:
    """The signed-in account."""
    assert isinstance(request.user, User) or request.user.is_authenticated
    return request.user  # type: ignore[return-value]


def own(view: View) -> View:
    """Anybody who has given the right password; others go to the sign-in page."""

    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not waiting(request).signed_in:
            return redirect(f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return run


def onward(request: HttpRequest, default: str = "/") -> str:
    """Where one was going before the gate, if it is ours."""
    path = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure())
    return path if path and safe else default
