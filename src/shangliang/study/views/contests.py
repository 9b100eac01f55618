"""知识竞赛: the list, one contest, the sheet that is answered, the board, and the review."""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...actors.models import Actor
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.entry import enter_quiz, hand_in, save_answers, teams_of
from ..actions.quiz import make_quiz
from ..boards import Line, Result, people_board, team_board
from ..flow import QUIZ
from ..forms.bank import answer_words
from ..forms.quiz import MakeQuiz
from ..grading import shuffled
from ..models import Quiz, QuizEntry, QuizQuestion
from ..queries import quizzes as seen
from ..rules import rules
from ..who import KEEPERS, LEARNERS
from .base import base_of, opened, verbs_of

LETTERS = "ABCDEFGH"
BODY_MOST = 256 * 1024


@needs(*LEARNERS)
def quizzes(request: HttpRequest) -> HttpResponse:
    """Newest first."""
    seat = opened(request)
    rows = seen(seat).annotate(count=Count("entries", filter=Q(entries__state="handed")))
    rows = rows.order_by("-starts_at", "-pk")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    mine = {
        e.quiz_id: e
        for e in QuizEntry.objects.filter(
            committee_id=seat.committee_id,
            person_id=seat.person_id,
            quiz__in=list(page.object_list),
        )
    }
    each: Any
    for each in page.object_list:
        each.entry, each.word, each.tone = mine.get(each.pk), *word_of(each)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "page_obj": page,
        "may": seat.has(*KEEPERS),
    }
    return render(request, "study/quizzes.html", context)


def word_of(row: Quiz) -> tuple[str, str]:
    """What it is now, in a word and a tone."""
    now = timezone.now()
    if row.state != "open":
        return QUIZ.label_of(row.state), {"closed": "ok", "void": "", "draft": ""}[row.state]
    if now < row.starts_at:
        return "还没有开始", "act"
    return ("正在进行", "act") if now < row.ends_at else ("时间到，等出榜", "near")


@needs(*KEEPERS)
def new(request: HttpRequest) -> HttpResponse:
    """办一场."""
    seat = opened(request)
    form = MakeQuiz(
        request.POST or None,
        committee_id=seat.committee_id,
        initial={"item": request.GET.get("item")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = make_quiz(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已立：{row}，接着抽题")
            return redirect(row)
    context = {
        "form": form,
        "title": "办一场知识竞赛",
        "up": "quizzes",
        "up_label": "知识竞赛",
        "submit": "存下，去抽题",
    }
    return render(
        request, "study/new.html", context, status=422 if request.method == "POST" else 200
    )


@needs(*LEARNERS)
def quiz(request: HttpRequest, pk: int) -> HttpResponse:
    """Rules of the contest and one button; POST begins."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    problem, status = "", 200
    if request.method == "POST":
        team = request.POST.get("team", "")
        try:
            enter_quiz(
                seat, quiz=row.pk, team=int(team) if team.isascii() and team.isdigit() else None
            )
        except Refused as refused:
            if refused.kind == "state":
                return redirect("quiz-sheet", pk=pk)
            problem, status = str(refused), 409
        else:
            return redirect("quiz-sheet", pk=pk)
    entry = entry_of(seat, row)
    questions = list(row.questions.all())
    now = timezone.now()
    word, tone = word_of(row)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "quiz": row,
        "problem": problem,
        "word": word,
        "tone": tone,
        "entry": entry,
        "can_enter": row.state == "open" and row.starts_at <= now < row.ends_at and entry is None,
        "teams": teams_of(seat, row) if entry is None else [],
        "count": len(questions),
        "full": sum(q.points for q in questions),
        "kinds": kinds_of(questions),
        "grace": rules().grace,
        "keeps": seat.has(*KEEPERS),
    }
    if seat.has(*KEEPERS):
        context["verbs"] = verbs_of(QUIZ, seat, row, request.path, first_verbs(row))
        context["questions"] = [paper_line(q) for q in questions]
    return render(request, "study/quiz.html", context, status=status)


def first_verbs(row: Quiz) -> tuple[str, ...]:
    if row.state == "draft":
        return ("draw_questions", "open_quiz")
    return ("close_quiz",) if row.ends_at <= timezone.now() else ()


def kinds_of(questions: Iterable[QuizQuestion]) -> list[tuple[str, int, str]]:
    """(kind, how many, points each) of a paper."""
    found: dict[str, list[int]] = {}
    for q in questions:
        found.setdefault(q.get_kind_display(), []).append(q.points)
    return [
        (kind, len(points), "、".join(map(str, sorted(set(points)))))
        for kind, points in found.items()
    ]


def paper_line(q: QuizQuestion) -> dict[str, Any]:
    """A question as the office looks at it."""
    return {
        "q": q,
        "options": [(n in q.answer, LETTERS[n], text) for n, text in enumerate(q.options)],
        "answer": answer_words(q),  # type: ignore[arg-type]
    }


def entry_of(seat: Seat, row: Quiz) -> QuizEntry | None:
    return (
        QuizEntry.objects.filter(committee_id=seat.committee_id, quiz=row, person_id=seat.person_id)
        .select_related("team", "quiz")
        .first()
    )


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


def results_of(row: Quiz) -> list[Result]:
    """Everybody who handed in; one question."""
    rows = QuizEntry.objects.filter(committee_id=row.committee_id, quiz=row, state="handed")
    return [
        Result(*values)
        for values in rows.values_list("person_id", "person__name", "team_id", "score", "seconds")
    ]


def names_of(results: list[Result]) -> dict[int, str]:
    teams = {r.team for r in results if r.team is not None}
    return {row.pk: str(row) for row in Actor.objects.filter(pk__in=teams)}


@needs(*LEARNERS)
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Teams, people as far as they are shown, and one's own place. While it runs: those handed in."""
    seat = opened(request)
    row = get_object_or_404(seen(seat).exclude(state__in=["draft", "void"]), pk=pk)
    results = results_of(row)
    people = people_board(results)
    own = next((line for line in people if line.key == seat.person_id), None)
    keeps = seat.has(*KEEPERS)
    shown: list[Line] = []
    if keeps or (row.show_people and row.state == "closed"):
        shown = [line for line in people if line.rank <= rules().named]
    word, tone = word_of(row)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "quiz": row,
        "word": word,
        "tone": tone,
        "teams": team_board(results, names_of(results), row.team_best) if row.team_by else [],
        "people": shown[: rules().named * 3],
        "own": own,
        "count": len(results),
        "full": sum(row.questions.values_list("points", flat=True)),
        "keeps": keeps,
        "named": rules().named,
        "live": row.state == "open" and keeps,
        "partial": request.headers.get("HX-Request") == "true",
    }
    name = "study/_board.html" if context["partial"] else "study/board.html"
    return render(request, name, context)


@needs(*LEARNERS)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """After the end: every question, what one answered, and the sentence it stands on."""
    seat = opened(request)
    row = get_object_or_404(seen(seat), pk=pk)
    entry = entry_of(seat, row)
    if row.state != "closed" or entry is None:
        messages.error(request, "出榜以后，参加过的人才能看题和答案。")
        return redirect("quiz", pk=pk)
    answers = {a.question_id: a for a in entry.answers.all()}
    lines = []
    for q in row.questions.all():
        answer = answers.get(q.pk)
        given = answer.given if answer else []
        lines.append(
            {
                "q": q,
                "right": bool(answer and answer.right),
                "points": answer.points if answer else 0,
                "given": given,
                "text": str(given[0]) if given and q.kind == "fill" else "",
                "answer": " 或 ".join(map(str, q.answer)) if q.kind == "fill" else "",
                "options": [
                    {"text": text, "right": n in q.answer, "mine": n in given}
                    for n, text in enumerate(q.options)
                ],
            }
        )
    show = "all" if request.GET.get("show") == "all" else "wrong"
    wrong = [x for x in lines if not x["right"]]
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "quiz": row,
        "entry": entry,
        "lines": lines if show == "all" else wrong,
        "wrong": len(wrong),
        "count": len(lines),
        "show": show,
    }
    return render(request, "study/review.html", context)
