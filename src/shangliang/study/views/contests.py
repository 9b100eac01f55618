"""知识竞赛: the list, making one, and the page of one contest with its button."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.enter_quiz import enter_quiz, teams_of
from ..actions.make_quiz import make_quiz
from ..flow import QUIZ
from ..forms.bank import answer_words
from ..forms.quiz import MakeQuiz
from ..models import Quiz, QuizEntry, QuizQuestion
from ..queries import entry_of
from ..queries import quizzes as seen
from ..rules import rules
from ..who import KEEPERS, LEARNERS
from .base import base_of, opened, verbs_of

LETTERS = "ABCDEFGH"


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
