"""Error pages: what happened, what to do, and never a lost form or a bare "operation failed"."""

import logging
import secrets
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

log = logging.getLogger("shangliang.errors")


@dataclass(frozen=True)
class Words:
    """What an error page says when the view that failed gave no words of its own."""

    title: str
    text: str


WORDS = {
    400: Words(
        "这个请求看不懂", "地址或填写的内容有缺。请返回上一页再试；您填的内容浏览器还留着。"
    ),
    403: Words("您现在的身份不能打开这一页", "请换一个身份，或请本单位管理员给您相应的职责。"),
    404: Words("没有这一页", "可能已经移走，或号码写错了一位。可以用上面的检索框按案号、案由找。"),
    409: Words("别人先改了", "您打开之后，这一件已经有了变化。请看新的一版，再决定怎么办。"),
    413: Words("文件太大", "一份文件不超过 20 MB。请分成几份，或把图片压小后再传。"),
    429: Words("试得太多了，请歇一会儿", "为防有人猜密码或刷票，请过几分钟再试。"),
}


def show(request: HttpRequest, status: int, **words: Any) -> HttpResponse:
    """An error page. ``title``, ``text``, ``url``, ``label`` replace the general words.

    A request of htmx gets the box alone, to be put where the answer would have stood.
    """
    if status not in WORDS:
        return server_error(request)
    general = WORDS[status]
    context = {"status": status, "title": general.title, "text": general.text} | words
    htmx = getattr(request, "htmx", None)
    template = "parts/problem.html" if htmx and not htmx.boosted else f"errors/{status}.html"
    return render(request, template, context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A refusal names what is missing: the words of ``PermissionDenied("…")`` are shown."""
    said = str(exception or "")
    return show(request, 403, **({"text": said} if said else {}))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, 404)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened before the sign-in it is sent with, or comes from another site."""
    log.info("csrf refused: %s", reason)
    return render(request, "errors/403_csrf.html", {"status": 403}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Only a number the operator finds in the log; nothing of the fault itself, no database."""
    number = secrets.token_hex(4)
    log.error("error %s at %s", number, request.path)
    try:
        page = str(render_to_string("errors/500.html", {"number": number}))
    except Exception:  # noqa: BLE001 - even a broken installation answers with its number
        page = f'<!doctype html><html lang="zh-CN"><title>系统出错了</title><p>系统出错了，编号 {number}。'
    return HttpResponse(page, status=500)
