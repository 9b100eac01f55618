"""Small pages for the browser tests of the scripts, with a server whose temper can be set."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template import engines
from django.urls import path

from shangliang.web.views import errors, gallery, modes, session

TEMPER: dict[str, Any] = {"save": "ok", "asked": 0}

WRITE = (
    """{% extends "base.html" %}{% block title %}写{% endblock %}{% block content %}<h1>写</h1>
<form id="f" method="post" data-autosave-url="/save/" data-autosave-key="p1">
<input type="hidden" name="revision" value="1">{% csrf_token %}{% include "parts/autosave.html" %}
<label for="body">情况</label>
<textarea id="body" name="body" data-paste-url="/clean/">原文</textarea>
<div data-rows-area><input type="hidden" name="asks-TOTAL_FORMS" value="2">
<ol class="rows" data-rows="条">{% for i in "01" %}"""
    + (
        ROW := """<li data-row><div class="row-b">
<input name="asks-{N}-text" aria-label="建议" value="第 {N}"><p data-row-plain>
<input name="asks-{N}-ORDER" aria-label="次序"><input type="checkbox" name="asks-{N}-DELETE" aria-label="去掉"></p></div>
<div class="row-t"><button type="button" data-row-up hidden>↑</button>
<button type="button" data-row-down hidden>↓</button>
<button type="button" data-row-remove hidden>去掉</button></div></li>"""
    ).replace("{N}", "{{ i }}")
    + "{% endfor %}</ol><template data-row-blank>"
    + ROW.replace("{N}", "__prefix__")
    + """</template><button class="btn" data-row-add name="add_row" value="1">加一条</button></div></form>
{% include "parts/receipt.html" with code="SQ-1" %}{% include "parts/job.html" %}
<form method="post" id="up"><div data-upload data-max-bytes="1000"><input type="file" aria-label="文件">
<p data-upload-note></p><progress hidden></progress></div></form>{% endblock %}"""
)

DESK = """<div id="desk"><div class="desk" data-queue><section class="q" aria-label="队列">
<form id="qf" class="q-top">{% csrf_token %}<label><input type="checkbox" data-select-all> 全选</label></form>
<ol data-selection="q">{% for i in items %}<li class="q-item" data-item="{{ i }}"{% if i == now %} aria-current="true"{% endif %}>
<input type="checkbox" name="selected" value="{{ i }}" form="qf" aria-label="选中 {{ i }}">
<a href="/desk/?case={{ i }}" hx-get="/desk/?case={{ i }}" hx-target="#desk" hx-swap="outerHTML" hx-push-url="true">题 {{ i }}</a></li>{% endfor %}</ol>
<div class="bulk" data-bulk><strong data-bulk-count></strong></div></section>
<article class="case" data-case><h2 class="case-t" tabindex="-1">案 {{ now }}</h2>
<textarea data-key="E" aria-label="意见"></textarea><div class="actbar">
<button class="btn" data-key="L" hx-post="/file/?case={{ now }}" hx-target="#desk" hx-swap="outerHTML">立案</button>
<button class="btn" data-key="N" hx-post="/refuse/" hx-target="#desk">不予立案</button></div></article></div></div>"""
DESK_PAGE = (
    '{% extends "base.html" %}{% block title %}台{% endblock %}{% block content %}<h1>台</h1>'
    + DESK
    + '{% include "parts/keys.html" %}{% endblock %}'
)


def draw(request: HttpRequest, text: str, **context: Any) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(text).render(context, request))


def write(request: HttpRequest) -> HttpResponse:
    TEMPER["asked"] = 0
    job = {"percent": 10, "label": "导入名册", "url": "/job/", "done": False}
    return draw(request, WRITE, job=job)


def save(request: HttpRequest) -> HttpResponse:
    temper = TEMPER["save"]
    if temper == "signed out":
        return redirect("/sign-in/?next=/save/")
    if temper == "broken":
        return HttpResponse(status=500)
    if temper == "other first" and request.POST.get("revision") != "9":
        said = {"revision": 9, "fields": {"body": "对方写的"}, "by": "苏委员"}
        return JsonResponse(said, status=409)
    return JsonResponse({"saved_at": "10:42:08", "revision": 2})


def clean(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"text": "一、第一条\n二、第二条", "dropped": ["表格 1 个"]})


def job(request: HttpRequest) -> HttpResponse:
    TEMPER["asked"] += 1
    done = TEMPER["asked"] >= 2
    said = {"percent": 100 if done else 50, "label": "导入名册", "done": done, "url": "/job/"}
    return render(request, "parts/job.html", {"job": said})


def desk(
    request: HttpRequest, now: int | None = None, items: tuple[int, ...] = (1, 2, 3)
) -> HttpResponse:
    part = DESK if request.headers.get("HX-Request") else DESK_PAGE
    return draw(request, part, now=now or int(request.GET.get("case", 1)), items=items)


def file(request: HttpRequest) -> HttpResponse:
    answer = desk(request, int(request.GET["case"]) + 1, (2, 3))
    answer["HX-Trigger"] = '{"announce": "\\u5df2\\u7acb\\u6848"}'
    return answer


def refuse(request: HttpRequest) -> HttpResponse:
    return errors.show(request, 409, title="没能不予立案", text="还缺理由")


urlpatterns = [
    path("mode/<slug:name>/", modes.switch, name="mode"),
    path("session/", session.state, name="session"),
    path("sign-in/", write, name="sign-in"),
    path("search/", write, name="proposals"),
    path("parts/", gallery.parts, name="parts"),
    path("write/", write, name="write"),
    path("save/", save),
    path("clean/", clean),
    path("job/", job),
    path("desk/", desk),
    path("file/", file),
    path("refuse/", refuse),
]
