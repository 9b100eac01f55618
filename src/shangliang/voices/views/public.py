"""Pages without account: say something, follow it by its receipt, answer a survey."""

import hashlib
import secrets
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ...actors.models import Actor
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...publishing.queries import committees
from ...tasks.flow import TASK
from ...tasks.models import Task
from ...web.access import seat_of
from ...web.views.errors import show
from ..actions.answer_survey import answer_survey
from ..actions.firm_not_solved import firm_not_solved
from ..actions.firm_solved import firm_solved
from ..actions.receive import receive
from ..flow import DIFFICULTY, VOICE
from ..forms.writing import WriteVoice
from ..limits import not_too_often
from ..models import SurveyAnswer, SurveyLink, Voice
from ..people import nobody
from ..story import plain_story

PER_HOUR, LOOKS = 12, 60
KINDS_HELP = {
    "matter": "群众反映的情况、难处、点子",
    "difficulty": "企业遇到的难处，分派给单位，解决没有由企业说",
}


def place_of(request: HttpRequest, rows: list[Actor]) -> Actor | None:
    given = request.GET.get("at") or request.POST.get("at") or ""
    return next((r for r in rows if str(r.pk) == given), rows[0] if rows else None)


@require_http_methods(["GET", "POST"])
def say(request: HttpRequest) -> HttpResponse:
    """反映情况: three screens, no account; the answer is a receipt number."""
    places = committees()
    place = place_of(request, places)
    if place is None:
        return show(request, 404, title="还没有开通", text="这里还没有政协开通群众来声。")
    request.committee = place  # type: ignore[attr-defined]
    seat = nobody(place.pk)
    if request.method == "GET":
        initial = {"client_key": str(uuid.uuid4()), "kind": request.GET.get("kind", "matter")}
        return draw(request, public_form(seat, initial=initial), places, place)
    form = public_form(seat, request.POST, request.FILES)
    words = ""
    if form.is_valid():
        d = form.cleaned_data
        try:
            not_too_often(request, "say", PER_HOUR)
            case = receive(
                seat,
                kind=d["kind"],
                secrecy=d["secrecy"],
                fields=form.fields_of_voice(),
                source_name=d["source_name"],
                source_contact=d["source_contact"],
                client_key=d["client_key"],
                photos=d["photos"],
            )
        except Refused as refused:
            words = str(refused)
        else:
            url = f"{reverse('receipt', args=[case.public_code])}?new=1"
            if "application/json" in request.headers.get("accept", ""):
                return JsonResponse(
                    {"url": url, "code": case.public_code, "title": case.shown_title}
                )
            return redirect(url)
    words = words or "；".join(str(e) for errors in form.errors.values() for e in errors)
    if "application/json" in request.headers.get("accept", ""):
        return JsonResponse({"error": words}, status=422)
    return draw(request, form, places, place, words, 422)


def public_form(seat: Any, *args: Any, **kwargs: Any) -> WriteVoice:
    form = WriteVoice(*args, seat=seat, **kwargs)
    form.choose("kind", [("matter", "群众来声"), ("difficulty", "企业难题")])
    return form


def draw(
    request: HttpRequest,
    form: WriteVoice,
    places: list[Actor],
    place: Actor,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "places": places, "place": place, "problem": problem,
               "kinds_help": KINDS_HELP, "public": True}  # fmt: skip
    return render(request, "voices/say.html", context, status=status)


@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """查回执."""
    code = request.GET.get("code", "").strip().upper()[:20].replace("/", "")
    return redirect("receipt", code) if code else render(request, "voices/look_up.html", {})


@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """Where the matter stands, by its number alone: no text, no names, only steps and the answer."""
    try:
        not_too_often(request, "receipt", LOOKS)
    except Refused as refused:
        return show(request, 429, title="查得太勤了", text=str(refused))
    case = (
        Voice.objects.filter(public_code=code.upper())
        .select_related("committee", "merged_into", "unit")
        .exclude(state__in=("draft", "withdrawn"))
        .first()
    )
    if case is None:
        return show(
            request, 404, title="没有查到", url=reverse("receipts"), label="重新输入",
            text="回执号写错了一位，或者这件已经收回。回执号像 SQ-7K2M-H617-QX4T。",
        )  # fmt: skip
    request.committee = case.committee  # type: ignore[attr-defined]
    problem = ""
    if request.method == "POST" and case.flow == "difficulty":
        try:
            seat = nobody(case.committee_id, case.public_code)
            note = request.POST.get("note", "")
            if request.POST.get("do") == "solved":
                firm_solved(seat, case.pk, note=note)
            else:
                firm_not_solved(seat, case.pk, note=note)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("receipt", case.public_code)
    lead = case.merged_into if case.state == "merged" and case.merged_into else case
    table = DIFFICULTY if case.flow == "difficulty" else VOICE
    task = (
        Task.objects.filter(committee_id=case.committee_id, pk=case.turned_id).first()
        if case.turned_type == "task" and case.turned_id
        else None
    )
    answer = case.answers.order_by("-round").first() if case.flow == "difficulty" else None
    words = lead.remarks.filter(verb__in=("answer_back", "answer_matter", "not_use", "refuse_case"))
    context = {
        "case": case,
        "new": request.GET.get("new") == "1",
        "label": table.label_of(lead.state),
        "story": plain_story(case),
        "task_state": TASK.label_of(task.state) if task else "",
        "answer": answer,
        "asks_firm": case.flow == "difficulty" and case.state in ("answered", "closed"),
        "words": list(words),
        "problem": problem,
        "note": request.POST.get("note", ""),
        "results": {r.code: r.name for r in case.rules.results},
        "staff": seat_of(request).has(Role.EDITOR),
    }
    return render(request, "voices/receipt.html", context, status=409 if problem else 200)


@require_http_methods(["GET", "POST"])
def survey(request: HttpRequest, code: str) -> HttpResponse:
    """One firm's page of a survey. The firm is not named here: a forwarded link tells nothing."""
    link = SurveyLink.objects.filter(public_code=code).select_related("survey", "committee").first()
    if link is None:
        return show(
            request, 404, title="链接不对", text="请核对链接，或向发链接的人要本企业自己的链接。"
        )
    request.committee = link.committee  # type: ignore[attr-defined]
    cookie = "shangliang-survey-" + hashlib.sha256(code.encode()).hexdigest()[:12]
    device = request.COOKIES.get(cookie, "")[:64]
    mine = link.answers.filter(device=device).first() if device else None
    own = link.answers.filter(forwarded=False).first()
    problem, values = "", {}
    if request.method == "POST":
        device = device or secrets.token_urlsafe(24)
        values = {
            k: request.POST.get(k, "")
            for k in ("work", "staff_back", "orders", "cash", "trade", "problem")
        }
        try:
            not_too_often(request, "survey", PER_HOUR * 3)
            answer_survey(
                link.committee_id,
                code,
                device=device,
                is_firm=request.POST.get("me") == "firm",
                fields=values,
            )
        except Refused as refused:
            problem = str(refused)
        else:
            answer = redirect(f"{reverse('survey-fill', args=[code])}?sent=1")
            answer.set_cookie(
                cookie,
                device,
                max_age=90 * 86400,
                httponly=True,
                samesite="Lax",
                secure=request.is_secure(),
            )
            return answer
    elif mine:
        values = {
            k: str(getattr(mine, k) or "")
            for k in ("work", "staff_back", "orders", "cash", "trade", "problem")
        }
    A = SurveyAnswer
    context = {
        "survey": link.survey, "mine": mine, "taken": own is not None and own.device != device,
        "sent": request.GET.get("sent") == "1" and mine, "problem": problem, "v": values,
        "choices": [("work", "现在开工吗", A.Work.choices), ("orders", "订单和上年同期比", A.Trend.choices),
                    ("cash", "手上的钱够用多久", A.Cash.choices)],
        "open": link.survey.state == "open", "me": request.POST.get("me", ""),
    }  # fmt: skip
    return render(request, "voices/survey_fill.html", context, status=409 if problem else 200)
