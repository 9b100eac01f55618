"""What the shell around every page knows: who is here, which modes are on, where one can go.

Nothing here asks the database by itself: seats and counts are read from the request, where the
seat middleware and the notices put them, and only when a template shows them.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from shangliang.notices.queries import unread
from shangliang.procedures.seat import Role

from . import nav
from .views.modes import MODES, chosen

# Names tried in turn, so that a room may come later; the shell leaves out what has no address.
ADDRESSES: dict[str, tuple[str, ...]] = {
    "home": ("day",),
    "search": ("search", "proposals"),
    "sign_in": ("sign-in",),
    "sign_out": ("sign-out",),
    "seat": ("seat-switch",),
    "messages": ("messages",),
    "account": ("account",),
    "help": ("procedures",),
    "session": ("session",),
}


def addresses() -> dict[str, str]:
    out = {name: nav.find(candidates) for name, candidates in ADDRESSES.items()}
    return out | {"home": out["home"] or "/", "mode_elder": nav.find(("mode",), name="elder")}


def role_word(seat: Any) -> str:
    """The first of the seat's roles, in the order the roles are written."""
    roles = getattr(seat, "roles", ())
    return next((role.label for role in Role if role in roles), "")


def seat_words(seat: Any) -> str:
    """``林委员 · 委员``: who sits there and as what."""
    name = str(getattr(seat, "name", "") or "")
    return " · ".join(part for part in (name, role_word(seat)) if part)


def who(request: HttpRequest) -> dict[str, Any]:
    """The person and the seat they sit in; ``key`` is empty for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"key": "", "label": "", "seats": []}
    seat = getattr(request, "seat", None)
    seats = getattr(request, "seats", None) or []
    listed = [
        {"key": s.person_id, "label": f"{s.committee_name} {seat_words(s)}", "current": s == seat}
        for s in (seats() if callable(seats) else seats)
    ]
    return {
        "key": str(user.pk),
        "name": getattr(seat, "name", "") or str(user),
        "role": role_word(seat),
        "label": seat_words(seat) or str(user),
        "seats": listed if len(listed) > 1 else [],
    }


def counts(request: HttpRequest) -> dict[str, int]:
    """Numbers beside the menu: ``request.counts``, a mapping or a function that gives one."""
    given = getattr(request, "counts", None)
    if given is None:
        seat = getattr(request, "seat", None)
        return {"messages": unread(seat)} if seat else {}
    return dict(given() if callable(given) else given)


def committee_name(request: HttpRequest) -> str:
    """The committee of the seat; a public page may set ``request.committee``."""
    named = getattr(getattr(request, "seat", None), "committee_name", "")
    return str(named or getattr(request, "committee", None) or "")


def shell(request: HttpRequest) -> dict[str, Any]:
    """The context processor of every page."""
    modes = chosen(request)
    return {
        "modes": modes,
        "mode_switches": [
            (name, mode.label, modes[name] == mode.on, "0" if modes[name] == mode.on else "1")
            for name, mode in MODES.items()
        ],
        "nav": SimpleLazyObject(lambda: nav.loop(request)),
        "nav_row": SimpleLazyObject(lambda: nav.row(request)),
        "public_nav": SimpleLazyObject(lambda: nav.items(nav.PUBLIC, request)),
        "phone_nav": SimpleLazyObject(lambda: nav.items(nav.PHONE, request)),
        "shell_urls": SimpleLazyObject(addresses),
        "who": SimpleLazyObject(lambda: who(request)),
        "counts": SimpleLazyObject(lambda: counts(request)),
        "committee_name": SimpleLazyObject(lambda: committee_name(request)),
        "demo": getattr(settings, "DEMO", False),
    }
