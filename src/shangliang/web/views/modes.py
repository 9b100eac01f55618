"""Elder, high contrast and dark: kept in a cookie and set by the server, so no page flashes."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Mode:
    """A switch: its words, and what the attribute on <html> says when on and when switched off."""

    label: str
    on: str
    off: str


MODES = {
    "elder": Mode("长者版", "1", ""),
    "contrast": Mode("高对比", "more", "no"),
    "dark": Mode("深色", "dark", "light"),
}


def chosen(request: HttpRequest) -> dict[str, str]:
    """The attribute of each mode; empty while nobody chose, and the system's wish is followed."""
    out = {}
    for name, mode in MODES.items():
        cookie = request.COOKIES.get(f"mode_{name}")
        out[name] = mode.on if cookie == "1" else mode.off if cookie == "0" else ""
    return out


def local_path(request: HttpRequest, path: str) -> str:
    """``path`` when it stays on this site, else the front page."""
    safe = url_has_allowed_host_and_scheme(
        path, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return path if path and safe else "/"


@require_POST
def switch(request: HttpRequest, name: str) -> HttpResponse:
    """Set one mode on or off and go back to the page it was pressed on."""
    if name not in MODES:
        raise Http404("没有这种显示方式")
    back = request.POST.get("next") or request.headers.get("Referer", "")
    response = HttpResponseRedirect(local_path(request, back))
    response.set_cookie(
        f"mode_{name}",
        "1" if request.POST.get("on") == "1" else "0",
        max_age=YEAR,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
