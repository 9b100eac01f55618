"""Without network: the page kept on the phone, and the worker that hands it out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ...procedures.seat import NOBODY
from ..forms.writing import KINDS_HELP, WriteVoice

KEPT = (
    *(
        f"shangliang/css/{name}.css"
        for name in ("tokens", "base", "parts", "forms", "skeletons", "print")
    ),
    *(
        f"shangliang/js/{name}.js"
        for name in ("main", "dom", "voicepad", "voicequeue", "charcount")
    ),
    "voices/voices.css",
    "shangliang/img/mark.svg",
    "django_htmx/htmx-2.min.js",
)


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The writing page without anybody's data: what is written waits on the phone and is sent later."""
    form = WriteVoice(seat=NOBODY, initial={"kind": "report", "from_others": ""})
    answer = render(request, "voices/shell.html", {"form": form, "kinds_help": KINDS_HELP})
    patch_cache_control(answer, public=True, max_age=60)
    return answer


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker; it keeps our own files and the shell, no page with data."""
    files = sorted({*(static(name) for name in KEPT), *(f"/static/{name}" for name in KEPT)})
    answer = render(
        request,
        "voices/worker.js",
        {"files": files, "shell": reverse("voice-shell"), "page": reverse("voice-new")},
        content_type="text/javascript; charset=utf-8",
    )
    answer["Service-Worker-Allowed"] = "/voices/"
    patch_cache_control(answer, no_cache=True)
    return answer
