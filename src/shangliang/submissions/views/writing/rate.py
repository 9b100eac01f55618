"""评价: the reply shown ask by ask, then attitude and result apart; afterwards who sees what."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ....procedures import clocks
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...chain.lamps import light_of
from ...flow import PROPOSAL
from ...forms.writing_verbs import Rate, RateService
from ...models import Answer, Rating, Recommendation, Reply, Submission
from ...queries import ratings
from .finding import WRITERS, found, may


def answers_by_ask(case: Submission) -> list[dict[str, Any]]:
    """Each ask with what the units said this round; an earlier round's answer where it stands."""
    asks = list(
        Recommendation.objects.filter(submission=case, removed_at=None).select_related("addressee")
    )
    given: dict[int, list[Answer]] = {}
    for answer in (
        Answer.objects.filter(
            recommendation__in=asks, reply__state="sent", reply__kind=Reply.Kind.REPLY
        )
        .exclude(text="")
        .select_related("reply__assignment__unit")
        .order_by("reply__round", "id")
    ):
        given.setdefault(answer.recommendation_id, []).append(answer)
    rows = []
    for ask in asks:
        found_answers = given.get(ask.pk, [])
        last = max((a.reply.round for a in found_answers), default=0)
        rows.append(
            {
                "ask": ask,
                "answers": [
                    {
                        "unit": answer.reply.assignment.unit,
                        "text": answer.text,
                        "grade": case.rules.grade(answer.grade),
                        "promise": answer.promise,
                        "due": answer.promise_due,
                        "round": answer.reply.round,
                    }
                    for answer in found_answers
                    if answer.reply.round == last
                ],
            }
        )
    return rows


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def rate_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Read, rate; once rated, what was said and who sees it."""
    case, seat = found(request, pk), seat_of(request)
    served = request.POST.get("do") == "service"
    form = Rate(None if served else request.POST or None, case=case, seat=seat)
    service = RateService(request.POST if served else None, case=case, seat=seat, prefix="service")
    problem = ""
    if request.method == "POST":
        verb, given = ("rate_service", service) if served else ("rate", form)
        if given.is_valid():
            try:
                REGISTRY[("proposal", verb)](seat, pk, **given.arguments())
            except Refused as refused:
                problem = str(refused)
            else:
                messages.success(request, "谢谢，已记下。" if served else "评价已送出。")
                return redirect("proposal-rate", pk=pk)
    context = page(case, seat) | {
        "form": form,
        "letters": form.replies,
        "service_form": service,
        "problem": problem,
    }
    status = 200 if request.method == "GET" else 409 if problem else 422
    return render(request, "submissions/writing/rate.html", context, status=status)


def page(case: Submission, seat: Seat) -> dict[str, Any]:
    """What the page shows beside the two forms."""
    mine = list(
        ratings(seat)
        .filter(submission=case, person_id=seat.person_id)
        .select_related("reply__assignment__unit")
        .order_by("round", "id")
    )
    this_round = [r for r in mine if r.round == case.round]
    clock = clocks.running(case, "rating").first()
    return {
        "case": case,
        "state_label": PROPOSAL.label_of(case.state),
        "rows": answers_by_ask(case),
        "light": light_of(clock, case.rules) if clock else None,
        "allowed": may(seat, case, "rate"),
        "mine": said(this_round[0]) if this_round else None,
        "mine_all": [said(r) for r in this_round],
        "earlier": [said(r) for r in mine if r not in this_round],
        "may_serve": may(seat, case, "rate_service"),
        "served": case.service_ratings.filter(person_id=seat.person_id).first(),
        "back_url": reverse("my-proposals"),
        "rounds": case.rules.rating.rounds,
    }


def said(row: Rating) -> dict[str, Any]:
    """One's own rating, in words."""
    return {
        "row": row,
        "attitude": row.get_attitude_display(),
        "result": row.get_result_display(),
        "redo": "、".join(map(str, row.redo)),
    }
