"""一份汇报: the text on the left, the notice's contents on the right, each with its passage."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ..actions.hand_in import hand_in
from ..actions.judge_measure import judge_measure
from ..actions.overrule import overrule
from ..flow import HANDIN
from ..flow.handin import STATES
from ..flow.who import ALL, DESK
from ..forms.verbs import HandIn
from ..handins import FIVE
from ..models import Covered
from ..queries import handins
from .verbs import buttons

LACKS = {"who": "谁来办", "when": "何时办", "much": "办多少"}


@needs(*ALL)
def handin(request: HttpRequest, pk: int) -> HttpResponse:
    """POST: hand in, overrule one content, judge one measure."""
    seat = seat_of(request)
    row = get_object_or_404(handins(seat), pk=pk)
    verb = request.POST.get("verb", "")
    files = request.FILES if verb == "hand_in" else None
    form = HandIn(request.POST if verb == "hand_in" else None, files, case=row, seat=seat)
    problem = ""
    if request.method == "POST":
        try:
            if verb == "hand_in" and form.is_valid():
                given = form.cleaned_data
                if given.get("upload"):
                    given["text"] = ""  # the text in the box is the draft before
                hand_in(seat, pk, **given)
                messages.success(request, "汇报已交，检查结果在下面。没提到的可以补了再交。")
                return redirect("handin", pk)
            if verb == "overrule":
                overrule(
                    seat,
                    pk,
                    content=whole(request.POST.get("content")),
                    state=request.POST.get("state", ""),
                    why=request.POST.get("why", ""),
                )
                return redirect("handin", pk)
            if verb == "judge":
                judge_measure(
                    seat,
                    pk,
                    measure=whole(request.POST.get("measure")),
                    verdict=request.POST.get("verdict", ""),
                )
                return redirect("handin", pk)
        except Refused as refused:
            problem = str(refused)
    covered = list(row.covered.select_related("content", "said_by"))
    vague = list(row.vague_measures.select_related("said_by"))
    for one in vague:
        one.said_lacks = [LACKS[name] for name in one.lacks if name in LACKS]  # type: ignore[attr-defined]
    remarks = list(row.remarks.select_related("by"))
    for remark in remarks:
        remark.said_marks = [(FIVE[k], v) for k, v in remark.marks.items() if k in FIVE]  # type: ignore[attr-defined]
    lit = {n for c in covered for n in range(c.first, c.last + 1) if c.first}
    context = {
        "handin": row,
        "call": row.call,
        "state": STATES[row.state],
        "lines": [(n, line, n in lit) for n, line in enumerate(row.text.split("\n"), 1)],
        "covered": covered,
        "vague": vague,
        "remarks": remarks,
        "form": form,
        "problem": problem,
        "desk": seat.has(*DESK),
        "mine": row.unit_id in seat.units,
        "states": Covered.State.choices,
        "verbs": buttons(
            offers(HANDIN, seat, row), "handin", pk, request.path,
            ("hand_in", "overrule", "judge_measure"),
        ),
        "may_hand_in": any(o.move.verb == "hand_in" and o.verdict.ok for o in offers(HANDIN, seat, row)),
    }  # fmt: skip
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "cycles/handin.html", context, status=status)


def whole(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 15 else 0
