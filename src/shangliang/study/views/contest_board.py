"""榜和看错题: teams and people while it runs and after, and every question with its source."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...web.access import needs
from ..boards import Line, people_board, team_board
from ..queries import entry_of
from ..queries import quizzes as seen
from ..results import names_of, results_of
from ..rules import rules
from ..who import KEEPERS, LEARNERS
from .base import base_of, opened
from .contests import word_of


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
    teams = team_board(results, names_of(results), row.team_best) if row.team_by else []
    mine = next((r.team for r in results if r.person == seat.person_id), None)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "quiz": row,
        "word": word,
        "tone": tone,
        "teams": teams,
        # A team's certificate is for its own people and for those who run the contest.
        "certified": {t.key for t in teams if keeps or t.key == mine},
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
