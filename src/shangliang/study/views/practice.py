"""练习: a round of ten of a bank, or one's own mistakes that are due; the sentence after each answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.practise import practise
from ..grading import shuffled
from ..models import BankQuestion, Drill
from ..queries import banks
from ..rules import rules
from ..sourcing import moved
from ..who import LEARNERS
from .base import base_of, opened


def due_questions(seat: Seat) -> list[BankQuestion]:
    """Mistakes that return today, those with most right answers last; moved ones stay away."""
    drills = list(
        Drill.objects.filter(
            committee_id=seat.committee_id,
            person_id=seat.person_id,
            closed_on=None,
            due_on__lte=today(),
            question__state="active",
            question__bank__state="open",
        ).order_by("due_on", "wrong", "pk")[:50]
    )
    rows = with_sources(
        BankQuestion.objects.filter(
            committee_id=seat.committee_id, pk__in=[d.question_id for d in drills]
        )
    )
    by_id = {q.pk: q for q in rows}
    return [by_id[d.question_id] for d in drills if d.question_id in by_id]


def with_sources(rows: Any) -> list[BankQuestion]:
    """Those whose sentence still stands."""
    found = list(rows.select_related("clause__intake", "clause__extract"))
    bad = moved(found)
    return [q for q in found if q.pk not in bad]


def round_of(seat: Seat, bank: int, turn: int) -> list[BankQuestion]:
    """Ten of a bank, each person and round its own."""
    rows = BankQuestion.objects.filter(committee_id=seat.committee_id, bank_id=bank, state="active")
    ids = shuffled(list(rows.values_list("pk", flat=True)), seat.person_id, bank, today(), turn)
    chosen = ids[: rules().round]
    by_id = {q.pk: q for q in with_sources(rows.filter(pk__in=chosen))}
    return [by_id[pk] for pk in chosen if pk in by_id]


def whole(text: str | None, most: int = 10_000) -> int:
    return min(int(text), most) if text and text.isascii() and text.isdigit() else 0


@needs(*LEARNERS)
def practice(request: HttpRequest) -> HttpResponse:
    """``?bank=`` a round, ``?wrong=1`` one's mistakes, nothing: which of them."""
    seat = opened(request)
    open_banks = list(banks(seat).filter(state="open", practice=True))
    bank = next((b for b in open_banks if b.pk == whole(request.GET.get("bank"), 2**31)), None)
    wrong = request.GET.get("wrong") == "1"
    at, turn = whole(request.GET.get("n")), whole(request.GET.get("turn"))
    context: dict[str, Any] = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "bank": bank,
        "wrong": wrong,
        "banks": open_banks,
    }
    status = 200
    if request.method == "POST":
        try:
            context["result"] = result = practise(
                seat,
                question=whole(request.POST.get("question"), 2**31),
                given=request.POST.getlist("given"),
            )
        except Refused as refused:
            context["problem"], status = str(refused), 422
        else:
            told(context, result)
    if not (bank or wrong):
        drills = Drill.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
        open_ = list(drills.filter(closed_on=None).values_list("due_on", flat=True))
        context |= {
            "open": len(open_),
            "due": sum(day <= today() for day in open_),
            "closed": drills.filter(closed_on__isnull=False).count(),
            "rules": rules(),
        }
        return render(request, "study/practice.html", context)
    rows = due_questions(seat) if wrong else round_of(seat, bank.pk if bank else 0, turn)
    if wrong:
        at, context["left"] = 0, len(rows)
    context["of"] = len(rows)
    if "result" not in context and at < len(rows):
        context["question"] = q = rows[at]
        context["options"] = list(enumerate(q.options))
    keep = {"wrong": 1} if wrong else {"bank": bank.pk if bank else 0, "turn": turn}
    more = at + 1 < len(rows) if not wrong else bool(rows)
    context |= {
        "n": at + 1,
        "here": f"{reverse('study-practice')}?{urlencode(keep | {'n': at})}",
        "next": f"{reverse('study-practice')}?{urlencode(keep | {'n': at + 1})}" if more else "",
        "again": f"{reverse('study-practice')}?{urlencode(keep | {'turn': turn + 1})}"
        if bank
        else "",
    }
    return render(request, "study/practice_one.html", context, status=status)


def told(context: dict[str, Any], result: dict[str, Any]) -> None:
    """What the answer page shows of a question that was answered."""
    q, given = result["question"], result["given"]
    context["shown"] = [
        {"text": text, "right": n in q.answer, "mine": n in given}
        for n, text in enumerate(q.options)
    ]
    context["mine"] = "" if q.options else str(given[0])
    context["answers"] = " 或 ".join(map(str, q.answer)) if not q.options else ""
