"""Giving a file out: always as a download, never run or shown by the browser (ASVS 5.4, 14.3)."""

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from ...engines.papers.intake import safe_name
from ...web.access import needs, seat_of
from ..queries import opened


@require_safe
@needs()  # type: ignore[arg-type]  # a file is streamed: HttpResponseBase, not HttpResponse
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes, with headers that keep whatever is inside from acting in our name."""
    row = opened(seat_of(request), pk)
    if row is None:
        raise Http404
    try:
        handle = row.file.open("rb")
    except FileNotFoundError:
        raise Http404("文件不在存储里，请告诉管理员。") from None
    response = FileResponse(
        handle, as_attachment=True, filename=safe_name(row.title), content_type=row.mime
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    patch_cache_control(response, private=True, no_store=True)
    return response
