"""Refusals in words: a verb's "no" becomes a page (or a fragment) that says why and what next."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from shangliang.procedures.verdicts import Refused

from .views.errors import show

# A row behind the wall is "not there"; a missing role is 403; a wrong state or condition is 409.
STATUS = {"wall": 404, "who": 403, "state": 409, "when": 409, "step": 409, "conflict": 409}


class ErrorsInWords:
    """Turns :class:`Refused` into an answer; everything else goes on to Django."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused):
            return None
        status = STATUS.get(error.kind, 409)
        if request.headers.get("accept", "").startswith("application/json"):
            return JsonResponse({"reason": str(error), "kind": error.kind}, status=status)
        return show(request, status, title="没有办成", text=str(error))
