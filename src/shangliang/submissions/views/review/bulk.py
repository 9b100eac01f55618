"""Several at once: each is checked by itself, those that fail stay selected with the reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from ....procedures.seat import Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.assign import assign
from ...actions.file import file
from ...actions.pass_on import pass_on
from ...actions.review import review
from ...models import Submission
from ...queries import visible
from .desk import FAILED, OFFICE
from .verbs import kept_filter

MOST = 200
DO = {"file": file, "pass_on": pass_on, "assign": assign}
LABELS = {"file": "立案", "pass_on": "转复审", "assign": "交办", "classify": "归类"}


def selected(request: HttpRequest, seat: Seat) -> list[Submission]:
    """The ticked cases this seat may see, in the order they came in."""
    ids = {int(v) for v in request.POST.getlist("selected")[:MOST] if v.isdecimal()}
    rows = visible(seat).filter(pk__in=ids, kind=Submission.Kind.PROPOSAL)
    return list(rows.order_by("submitted_at", "id"))


def each(
    seat: Seat, cases: list[Submission], verb: str, **data: Any
) -> tuple[list[Submission], list[tuple[int, str, str]]]:
    """Do the verb to each: those done, and (id, number, reason) of those refused."""
    done, failed = [], []
    for case in cases:
        try:
            if verb == "classify":
                done.append(review(seat, case.pk, **data))
            else:
                done.append(DO[verb](seat, case.pk, **data))
        except Refused as refused:
            failed.append((case.pk, f"{case.number_label} {case.short_title}", str(refused)))
    return done, failed


def numbers_of(done: list[Submission], verb: str) -> str:
    """第0131—0133号, or the numbers one by one."""
    if verb != "file":
        return ""
    numbers = sorted(c.number for c in done if c.number)
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"，第{numbers[0]:04d}—{numbers[-1]:04d}号"
    return "，" + "、".join(f"第{n:04d}号" for n in numbers) if numbers else ""


@needs(*OFFICE)
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """The bulk bar of the review desk. Filter and selection are kept."""
    seat = seat_of(request)
    flt = kept_filter(request, seat)
    verb = request.POST.get("verb", "")
    back = f"{reverse('review-desk')}?{flt.query()}"
    cases = selected(request, seat)
    if verb not in LABELS or not cases:
        messages.warning(request, "还没有勾选。先在左边勾选几件，再按要办的事。")
        return redirect(back)
    data = {}
    if verb == "classify":
        data = {"class_code": request.POST.get("class_code", "")}
        if not data["class_code"]:
            messages.warning(request, "先选归入哪一类，再按“归类”。")
            request.session[FAILED] = [
                (c.pk, f"{c.number_label} {c.short_title}", "还没有选类别。") for c in cases
            ]
            return redirect(back)
    done, failed = each(seat, cases, verb, **data)
    if done:
        said = f"已{LABELS[verb]} {len(done)} 件{numbers_of(done, verb)}"
        messages.success(request, said)
    if failed:
        request.session[FAILED] = failed
    return redirect(back)
