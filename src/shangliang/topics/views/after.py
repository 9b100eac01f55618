"""Beside a consultation: its idea board; questions and their answers; drafts compared; what is decided when."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers
from ...voices.limits import not_too_often
from ...web.access import needs, seat_of
from ...web.views.errors import show
from ..actions.ask_question import ask_question
from ..actions.say_clear import say_clear
from ..buttons import buttons, may
from ..flow import CONSULTATION, QUESTION
from ..ideas import VOTES
from ..models import Consultation, IdeaVote, PlanItem, Question, Result, Topic
from ..queries import INSIDE, consultations, questions, results
from ..timeliness import in_time
from ..wording import changed

TONES = {"asked": "near", "unclear": "near", "answered": "act", "clear": "ok", "open": "late"}
MOST_QUESTIONS = 10
BEFORE_RESULT = ("planned", "noticed", "prepared", "held")


@require_safe
@needs()
def ideas(request: HttpRequest, pk: int) -> HttpResponse:
    """Ideas by votes; one's own three votes; who does the best."""
    seat = seat_of(request)
    case = get_object_or_404(consultations(seat).prefetch_related("parties"), pk=pk)
    rows = list(case.ideas.select_related("by", "point__owner"))
    given = set(
        IdeaVote.objects.filter(
            committee_id=seat.committee_id, idea__consultation=case, person_id=seat.person_id
        ).values_list("idea_id", flat=True)
    )
    for row in rows:
        row.mine = row.pk in given  # type: ignore[attr-defined]
    return render(
        request,
        "topics/ideas.html",
        {
            "case": case,
            "rows": rows,
            "left": max(0, VOTES - len(given)),
            "votes": VOTES,
            "may": may(CONSULTATION, seat, case, offers(CONSULTATION, seat, case)),
        },
    )


@require_safe
@needs()
def asked(request: HttpRequest) -> HttpResponse:
    """Questions of people affected, those that wait first."""
    seat = seat_of(request)
    rows = list(questions(seat).select_related("consultation__lead", "consultation__room")[:200])
    first = {"asked": 0, "unclear": 0, "answered": 1}
    rows.sort(key=lambda r: first.get(r.state, 2))
    for row in rows:
        line: Any = row
        line.label, line.tone = QUESTION.label_of(row.state), TONES[row.state]
    waiting = [r for r in rows if r.state in ("asked", "unclear")]
    for row in waiting[:20]:
        row.verbs = buttons(QUESTION, seat, row, request.path)  # type: ignore[attr-defined]
    return render(request, "topics/questions.html", {"rows": rows, "waiting": len(waiting)})


def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A question on a public consultation; the receipt is the key to the answer."""
    case = (
        Consultation.objects.filter(
            pk=pk, public=True, state__in=["recorded", "answered", "closed"]
        )
        .select_related("committee")
        .first()
    )
    if case is None:
        return show(request, 404, title="没有这一页", text="这次协商没有公开，或者已经移走。")
    request.committee = case.committee  # type: ignore[attr-defined]
    text, problem = request.POST.get("text", ""), ""
    if request.method == "POST":
        try:
            not_too_often(request, "ask", MOST_QUESTIONS)
            row = ask_question(Seat(committee_id=case.committee_id), consultation=pk, text=text)
            return redirect(f"/q/{row.public_code}/?new=1")
        except Refused as refused:
            problem = str(refused)
    context = {"case": case, "text": text, "problem": problem}
    return render(request, "topics/ask.html", context, status=422 if problem else 200)


def answered(request: HttpRequest, code: str) -> HttpResponse:
    """By receipt: the answer, its source, and whether it is clear now."""
    try:
        not_too_often(request, "receipt", 60)
    except Refused:
        return show(request, 429)
    row = (
        Question.objects.select_related("committee", "consultation")
        .filter(public_code=code.strip().upper())
        .first()
    )
    if row is None:
        return show(request, 404, title="没有查到", text="回执号写错了一位，或者不是这里的。")
    request.committee = row.committee  # type: ignore[attr-defined]
    problem = ""
    if request.method == "POST":
        try:
            say_clear(
                Seat(committee_id=row.committee_id),
                code=code,
                clear=request.POST.get("clear") == "yes",
                unclear=request.POST.get("unclear", ""),
            )
            return redirect("question", row.public_code)
        except Refused as refused:
            problem = str(refused)
    context = {
        "row": row,
        "state": QUESTION.label_of(row.state),
        "tone": TONES[row.state],
        "problem": problem,
        "unclear": request.POST.get("unclear", ""),
        "is_new": request.GET.get("new") == "1",
    }
    return render(request, "topics/question.html", context, status=422 if problem else 200)


@require_safe
@needs()
def drafts(request: HttpRequest, pk: int) -> HttpResponse:
    """Two drafts of a result, what was taken out and put in between them (S-027)."""
    case: Result = get_object_or_404(results(seat_of(request)).prefetch_related("drafts"), pk=pk)
    texts = {d.number: d.body for d in case.drafts.all()} | {case.revision: case.body}
    numbers = sorted(texts)

    def asked_for(name: str, other: int) -> int:
        given = request.GET.get(name, "")
        return int(given) if given.isdecimal() and int(given[:4]) in texts else other

    one = asked_for("from", numbers[-2] if len(numbers) > 1 else numbers[-1])
    two = asked_for("to", numbers[-1])
    lines = changed(texts[one], texts[two])
    return render(
        request,
        "topics/drafts.html",
        {
            "case": case,
            "numbers": numbers,
            "one": one,
            "two": two,
            "lines": lines,
            "out": sum(k == "cut" for k, _ in lines),
            "put_in": sum(k == "add" for k, _ in lines),
        },
    )


@require_safe
@needs(*INSIDE)
def decisions(request: HttpRequest) -> HttpResponse:
    """决策日历 (S-007): what is decided when, and whether the advice on its way comes in time."""
    seat = seat_of(request)
    own = {"committee_id": seat.committee_id, "decision_on__isnull": False}
    rows: list[dict[str, Any]] = []
    for kind, found, done in (
        ("议题", Topic.objects.filter(**own).exclude(state__in=["declined", "merged"]), None),
        # What was consulted goes on as its result.
        ("协商", consultations(seat).filter(**own, state__in=BEFORE_RESULT), None),
        ("成果", results(seat).filter(**own), "issued_on"),
    ):
        for row in found.order_by(F("decision_on").desc())[:60]:
            given: Any = row
            out = getattr(given, done) if done else None
            rows.append(
                {
                    "kind": kind,
                    "title": given.title,
                    "url": given.get_absolute_url(),
                    "decision": given.decision,
                    "on": given.decision_on,
                    "said": in_time(given.decision, given.decision_on, out),
                    "left": (given.decision_on - today()).days,
                }
            )
    rows.sort(key=lambda r: (r["on"] < today(), abs((r["on"] - today()).days), r["kind"]))
    planned = PlanItem.objects.filter(committee_id=seat.committee_id, dropped_on__isnull=True)
    context = {
        "coming": [r for r in rows if r["left"] >= 0],
        "past": [r for r in rows if r["left"] < 0],
        "planned": planned.count(),
    }
    return render(request, "topics/decisions.html", context)
