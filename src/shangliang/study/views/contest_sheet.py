"""答题: the sheet in each person's own order, handed in by a form or sent bit by bit by a phone."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.hand_in import hand_in
from ..actions.save_answers import save_answers
from ..grading import shuffled
from ..models import QuizEntry, QuizQuestion
from ..queries import entry_of
from ..queries import quizzes as seen
from ..who import LEARNERS
from .base import opened

BODY_MOST = 256 * 1024


@never_cache
@needs(*LEARNERS)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper in this person's order. Without a script: one form, handed in by its button."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    entry = entry_of(seat, row)
    if entry is None or entry.state == "handed":
        return redirect("quiz", pk=pk)
    questions = list(row.questions.all())
    if request.method == "POST":
        try:
            hand_in(seat, entry.pk, answers=posted(request, questions))
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "已交卷")
        return redirect("quiz", pk=pk)
    given = {a.question_id: a.given for a in entry.answers.all()}
    context = {
        "quiz": row,
        "entry": entry,
        "questions": in_order(entry, questions, given),
        "left": max(0, int((entry.ends_at - timezone.now()).total_seconds())),
    }
    return render(request, "study/sheet.html", context)


def in_order(
    entry: QuizEntry, questions: list[QuizQuestion], given: dict[int, list[Any]]
) -> list[dict[str, Any]]:
    """Questions and options in this person's own order, the same on every device and every time."""
    salt = (entry.quiz.salt, entry.person_id)
    out = []
    for q in shuffled(questions, *salt, key=lambda q: q.pk):
        mine = given.get(q.pk, [])
        places = list(range(len(q.options)))
        if q.kind != "judge":
            places = shuffled(places, *salt, q.pk)
        out.append(
            {
                "q": q,
                "options": [(n, q.options[n], n in mine) for n in places],
                "text": mine[0] if mine and q.kind == "fill" else "",
            }
        )
    return out


def posted(request: HttpRequest, questions: list[QuizQuestion]) -> dict[str, Any]:
    """The form's fields as answers: ``q<id>``."""
    return {
        str(q.pk): request.POST.getlist(f"q{q.pk}") for q in questions if f"q{q.pk}" in request.POST
    }


@require_POST
@needs(*LEARNERS)
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """What a phone sends: answers, and whether they are the last. Sent twice, it counts once.

    200 ``{"saved", "left"}`` or ``{"done": true}``; 409 late, with what counts; 422 not readable.
    """
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    entry = entry_of(seat, row)
    if entry is None:
        return JsonResponse({"error": "您还没有开始答。"}, status=409)
    try:
        said = json.loads(request.body[:BODY_MOST])
        answers, last = said["answers"], bool(said.get("last"))
        if not isinstance(answers, dict):
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError):
        return JsonResponse({"error": "没有读懂送来的答案。"}, status=422)
    try:
        if last:
            entry = hand_in(seat, entry.pk, answers=answers)
            late = entry.how == QuizEntry.How.CLOCK
            return JsonResponse({"done": True, "late": late})
        save_answers(seat, entry.pk, answers=answers)
    except Refused as refused:
        if refused.kind == "state":  # handed in already: the first one counted
            return JsonResponse({"done": True, "again": True})
        return JsonResponse({"error": str(refused), "late": refused.kind == "late"}, status=409)
    left = max(0, int((entry.ends_at - timezone.now()).total_seconds()))
    return JsonResponse({"saved": timezone.localtime().strftime("%H:%M:%S"), "left": left})
