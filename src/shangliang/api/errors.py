"""Refusals as JSON: ``{reason, kind}``, in the same words and with the same codes as the pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from ..procedures.verdicts import Refused
from ..web.middleware import STATUS


class Fault(Schema):
    """One thing wrong with the request's data."""

    field: str
    reason: str


class Error(Schema):
    """Why not. ``kind``: who (not for this seat), state, when, step (the procedure says no), wall
    (not there), data (the body), auth, rate, conflict (somebody was faster)."""

    reason: str
    kind: str
    errors: list[Fault] = []


WORDS = {
    400: ("请求读不懂：正文应是 JSON。", "data"),
    401: ("请带上令牌，或先登录。", "auth"),
    403: ("您现在的身份不能这样做。", "who"),
    404: ("没有这一件，或者您现在的身份看不到它。", "wall"),
    429: ("请求太密，请稍后再试。", "rate"),
}
# Every operation may answer with these; the schema says so.
ERRORS = {400: Error, 401: Error, 403: Error, 404: Error, 422: Error, 429: Error}


class Invalid(Exception):
    """The form of a verb found the data wanting."""

    def __init__(self, errors: list[Fault]) -> None:
        super().__init__(errors)
        self.errors = errors


def said(
    api: NinjaAPI, request: HttpRequest, status: int, reason: str, kind: str, errors: Any = ()
) -> HttpResponse:
    """One shape for every refusal."""
    body = {"reason": reason, "kind": kind, "errors": [e.dict() for e in errors]}
    return api.create_response(request, body, status=status)


def handle(api: NinjaAPI) -> None:
    """Register the handlers."""

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        return said(api, request, STATUS.get(error.kind, 409), str(error), error.kind or "when")

    @api.exception_handler(Invalid)
    def invalid(request: HttpRequest, error: Invalid) -> HttpResponse:
        return said(api, request, 422, error.errors[0].reason, "data", error.errors)

    @api.exception_handler(ValidationError)
    def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
        faults = [
            Fault(field=".".join(map(str, e["loc"][1:])), reason=str(e["msg"]))
            for e in error.errors[:20]
        ]
        return said(api, request, 422, "填写的内容不合要求。", "data", faults)

    @api.exception_handler(DataError)
    def too_long(request: HttpRequest, error: DataError) -> HttpResponse:
        return said(api, request, 422, "有一项内容太长，或数字太大。", "data")

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return said(api, request, 404, *WORDS[404])

    @api.exception_handler(PermissionDenied)
    def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
        return said(api, request, 403, str(error) or WORDS[403][0], "who")

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        answer = said(api, request, 401, *WORDS[401])
        answer["WWW-Authenticate"] = 'Bearer realm="shangliang"'
        return answer

    @api.exception_handler(Throttled)
    def throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
        answer = said(api, request, 429, *WORDS[429])
        answer["Retry-After"] = str(int(error.wait or 60) + 1)
        return answer

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        reason, kind = WORDS.get(error.status_code, (str(error), "data"))
        return said(api, request, error.status_code, reason, kind)
