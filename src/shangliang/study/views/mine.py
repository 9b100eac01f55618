"""我的学习: what I must, what I can; and the record of a year."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...web.access import needs
from ..models import Drill, NeedsAnswer, QuizEntry, StudyDuty, StudyPaper
from ..queries import needs_surveys, quizzes
from ..who import KEEPERS, LEARNERS
from .base import base_of, opened

SHOWN = 20


def duties_of(seat: Seat) -> list[StudyDuty]:
    """What I must and have not done, soonest first."""
    rows = StudyDuty.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, state="todo", item__state="open"
    )
    return list(rows.select_related("item", "layer").order_by("layer__due_on", "pk")[:SHOWN])


def open_quizzes(seat: Seat) -> list[Any]:
    """Contests I can enter or go on with now, and those that begin soon."""
    rows = quizzes(seat).filter(state="open", ends_at__gt=timezone.now())
    found = list(rows.order_by("starts_at", "pk")[:SHOWN])
    mine = {
        e.quiz_id: e
        for e in QuizEntry.objects.filter(
            committee_id=seat.committee_id, person_id=seat.person_id, quiz__in=found
        )
    }
    now = timezone.now()
    for row in found:
        entry = mine.get(row.pk)
        row.entry, row.begun = entry, row.starts_at <= now  # type: ignore[attr-defined]
        row.word = (  # type: ignore[attr-defined]
            "已交卷" if entry and entry.state == "handed" else "接着答" if entry else "去答题"
        )
    return found


@needs(*LEARNERS)
def mine(request: HttpRequest) -> HttpResponse:
    """One card a thing, one button a card."""
    seat = opened(request)
    drills = Drill.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, closed_on=None
    )
    told = NeedsAnswer.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id
    ).values("survey_id")
    due = [row.due_on for row in drills.only("due_on")]
    context = {
        "base": base_of(seat),
        "back_url": reverse("day"),
        "duties": duties_of(seat),
        "today": today(),
        "quizzes": open_quizzes(seat),
        "wrong": len(due),
        "wrong_due": sum(day <= today() for day in due),
        "needs": list(
            needs_surveys(seat).filter(state="open", until__gte=today()).exclude(pk__in=told)[:5]
        ),
        "keeps": seat.has(*KEEPERS),
    }
    return render(request, "study/mine.html", context)


def record_of(committee_id: int, person: int, year: int) -> dict[str, Any]:
    """What a person did in a year: counts and names, no mark and no judgement."""
    rows = list(
        StudyDuty.objects.filter(committee_id=committee_id, person_id=person)
        .filter(Q(done_at__year=year) | Q(item__plan__year=year))
        .exclude(item__state="dropped")
        .select_related("item", "layer")
        .order_by("layer__due_on", "pk")
    )
    done = [row for row in rows if row.state == "done"]
    return {
        "rows": rows,
        "done": len(done),
        "must": sum(row.state != "excused" for row in rows),
        "hours": sum(row.item.hours for row in done),
        "entries": list(
            QuizEntry.objects.filter(
                committee_id=committee_id, person_id=person, state="handed", started_at__year=year
            )
            .exclude(quiz__state="void")
            .select_related("quiz")
        ),
        "papers": list(
            StudyPaper.objects.filter(
                committee_id=committee_id, author_id=person, handed_at__year=year
            )
        ),
    }


@needs(*LEARNERS)
def record(request: HttpRequest) -> HttpResponse:
    """My own record of a year, to look at and to print."""
    seat = opened(request)
    text = request.GET.get("year", "")
    this = today().year
    year = int(text) if text.isascii() and text.isdigit() and 2000 <= int(text) <= this else this
    found = record_of(seat.committee_id, seat.person_id, year)
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "year": year,
        "before": year - 1,
        "this": this,
        **found,
    }
    return render(request, "study/record.html", context)
