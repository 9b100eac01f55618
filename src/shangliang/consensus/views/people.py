"""What people without an account meet: the question, one statement a screen, their own place, the result."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...voices.limits import not_too_often
from ...web.access import seat_of
from ..actions import answer as acts
from ..asking import next_one
from ..mine import place_of
from ..models import Participant, Round
from ..reasons import REASONS

WORDS = {"agree": 1, "pass": 0, "disagree": -1}
DAYS = 90
MOST_TICKETS = 30


def round_of(code: str) -> Round:
    """A round people may see; a draft is not there."""
    found = Round.objects.select_related("committee").filter(code=code.upper()).first()
    if found is None or found.state == "draft":
        raise Http404("没有这一场，或者还没有开。")
    return found


def cookie(round_: Round) -> str:
    return f"talk_{round_.code}"


def person_of(request: HttpRequest, round_: Round) -> Participant | None:
    secret = request.get_signed_cookie(cookie(round_), default="", salt="talk") or ""
    return acts.known(round_, secret)


def remember(response: HttpResponse, round_: Round, secret: str) -> HttpResponse:
    response.set_signed_cookie(
        cookie(round_),
        secret,
        salt="talk",
        max_age=DAYS * 86_400,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path=f"/talk/{round_.code}/",
    )
    return response


def page(
    request: HttpRequest, name: str, round_: Round, status: int = 200, **more: Any
) -> HttpResponse:
    request.committee = round_.committee  # type: ignore[attr-defined]
    request.loop_step = "协商"  # type: ignore[attr-defined]
    return render(request, f"consensus/{name}.html", {"round": round_, **more}, status=status)


@require_safe
def talks(request: HttpRequest) -> HttpResponse:
    """What is being asked now and what came of the last ones; rounds of members only are not here."""
    found = list(
        Round.objects.filter(entry=Round.Entry.OPEN, state__in=["open", "published"])
        .select_related("committee")
        .order_by("-id")[:60]
    )
    request.loop_step = "协商"  # type: ignore[attr-defined]
    context = {
        "now": [r for r in found if r.state == "open"],
        "done": [r for r in found if r.state == "published"],
    }
    return render(request, "consensus/talks.html", context)


@never_cache
@require_safe
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """The question, who asks, what becomes of it, how statements are screened."""
    round_ = round_of(code)
    if round_.state == "published":
        return redirect("talk-result", round_.code)
    who = person_of(request, round_)
    here = seat_of(request).committee_id == round_.committee_id
    return page(
        request,
        "enter",
        round_,
        who=who,
        may=round_.entry != Round.Entry.MEMBERS or here,
        answered=who.votes.count() if who else 0,
        out_of_time=acts.out_of_time(round_),
    )


@require_POST
def join(request: HttpRequest, code: str) -> HttpResponse:
    """Begin, or go on."""
    round_ = round_of(code)
    if person_of(request, round_):
        return redirect("talk-vote", round_.code)
    seat = seat_of(request)
    here = seat.person_id if seat.committee_id == round_.committee_id else 0
    try:
        if round_.entry == Round.Entry.TICKETS:
            not_too_often(request, "ticket", MOST_TICKETS)  # nobody tries codes one by one
        secret = acts.join(round_, here, request.POST.get("ticket", ""))
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("talk", round_.code)
    return remember(redirect("talk-vote", round_.code), round_, secret)


@never_cache
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """One statement a screen; the answer is sent, the next one comes."""
    round_ = round_of(code)
    who = person_of(request, round_)
    if who is None:
        if request.method == "POST":
            return page(
                request, "_card", round_, status=403, problem="没有认出这台设备，请从头进来。"
            )
        return redirect("talk", round_.code)
    problem, status = "", 200
    if request.method == "POST":
        value = WORDS.get(request.POST.get("value", ""), 9)
        number = request.POST.get("statement", "")
        try:
            acts.answer(round_, who, int(number) if number.isdigit() else 0, value)
        except Refused as refused:
            problem, status = str(refused), 409
        if not problem and not request.headers.get("X-Card"):
            return redirect("talk-vote", round_.code)
    statement, left = next_one(round_, who) if round_.state == "open" else (None, 0)
    name = "_card" if request.headers.get("X-Card") else "vote"
    done = who.votes.values("statement_id").distinct().count()
    return page(
        request,
        name,
        round_,
        status=status,
        statement=statement,
        left=left,
        done=done,
        problem=problem,
        may_say=not round_.says_until or today() <= round_.says_until,
    )


@never_cache
def say(request: HttpRequest, code: str) -> HttpResponse:
    """A statement of one's own; it waits until somebody has read it."""
    round_ = round_of(code)
    who = person_of(request, round_)
    if who is None:
        return redirect("talk", round_.code)
    text, problem = request.POST.get("text", ""), ""
    if request.method == "POST":
        try:
            acts.say(round_, who, text)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "收到了。有人看过以后放出来给大家表态；不采用也会公开理由。")
            return redirect("talk-vote", round_.code)
    mine = who.said.order_by("-number")
    return page(
        request,
        "say",
        round_,
        status=422 if problem else 200,
        text=text,
        problem=problem,
        mine=mine,
        reasons=REASONS,
    )


@never_cache
@require_safe
def mine(request: HttpRequest, code: str) -> HttpResponse:
    """One's own answers, and, after enough of them, the place among the others."""
    round_ = round_of(code)
    who = person_of(request, round_)
    if who is None:
        return redirect("talk-back" if round_.state == "published" else "talk", round_.code)
    secret = request.get_signed_cookie(cookie(round_), default="", salt="talk") or ""
    return page(request, "mine", round_, receipt=acts.receipt_of(secret), **place_of(round_, who))


@never_cache
def back(request: HttpRequest, code: str) -> HttpResponse:
    """By the receipt from another device, or long after: one's own answers and what became of them."""
    round_ = round_of(code)
    given, problem = request.POST.get("receipt", ""), ""
    if request.method == "POST":
        secret = acts.plain_ticket(given)
        try:
            not_too_often(request, "talk-receipt", MOST_TICKETS)
        except Refused as refused:
            problem = str(refused)
        else:
            if acts.known(round_, secret):
                return remember(redirect("talk-mine", round_.code), round_, secret)
            problem = "没有这个回执号，请照着再输一遍；它只在这一场有用。"
    return page(
        request, "back", round_, status=422 if problem else 200, given=given[:24], problem=problem
    )


@require_safe
def policy(request: HttpRequest, code: str) -> HttpResponse:
    """How statements are screened, and each refusal with its reason."""
    round_ = round_of(code)
    refused = [
        (s.number, REASONS.get(s.reason, s.reason), s.note)
        for s in round_.statements.filter(state="refused").order_by("number")
    ]
    counts = {
        "shown": round_.statements.filter(state="shown").count(),
        "waiting": round_.statements.filter(state="waiting").count(),
    }
    return page(request, "policy", round_, refused=refused, counts=counts)
