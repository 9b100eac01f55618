"""Who may open a page: sign-in first, then one of the roles, with words when not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from ..procedures.seat import Role, Seat

View = Callable[..., HttpResponse]


def seat_of(request: HttpRequest) -> Seat:
    """The seat the middleware put on the request."""
    return request.seat  # type: ignore[attr-defined,no-any-return]


def needs(*roles: Role) -> Callable[[View], View]:
    """Let in a signed-in seat with one of ``roles`` (any seat when none is named)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            seat = seat_of(request)
            if not seat.signed_in:
                return redirect(
                    f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}"
                )
            if roles and not seat.has(*roles):
                names = "、".join(role.label for role in roles)
                raise PermissionDenied(f"这一页供{names}使用，您现在的身份是别的。")
            return view(request, *args, **kwargs)

        return run

    return decorate
