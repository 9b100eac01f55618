"""会签 and 审签: read the whole text, then put one's name to it or not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ....documents.models import Document
from ....documents.queries import files_of
from ....procedures.perform import REGISTRY
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...flow import PROPOSAL
from ...models import CoSignature, Submission
from .finding import WRITERS, found, may
from .sheet_page import advice, at_hand, names


def sent_revision(request: HttpRequest) -> int | None:
    value = request.POST.get("revision", "")
    return int(value) if value.isdigit() and len(value) < 10 else None


def whole_text(case: Submission) -> dict[str, object]:
    at_hand(case)
    return {
        "case": case,
        "state_label": PROPOSAL.label_of(case.state),
        "files": files_of(case, Document.Kind.ATTACHMENT),
        "back_url": reverse("my-proposals"),
        **names(case),
    }


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def sign_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The invited reads and answers; who has signed sees what was signed and what changed since."""
    case, seat = found(request, pk), seat_of(request)
    problem = ""
    if request.method == "POST":
        verb = "decline" if request.POST.get("do") == "decline" else "sign"
        data = {"revision": sent_revision(request)} if verb == "sign" else {}
        try:
            REGISTRY[("proposal", verb)](seat, pk, **data)
        except Refused as refused:
            problem = str(refused)
            case = found(request, pk)
        else:
            word = "已会签" if verb == "sign" else "已谢绝会签，提案人会知道，不会问为什么"
            messages.success(request, f"{word}：《{case}》")
            return redirect("my-proposals")
    context = whole_text(case)
    mine = next((s for s in case.signatures.all() if s.person_id == seat.person_id), None)
    context |= {
        "mine": mine,
        "asked": may(seat, case, "sign"),
        "signed": mine is not None and mine.state == CoSignature.State.SIGNED,
        "changed": mine is not None
        and mine.state == CoSignature.State.SIGNED
        and mine.revision < case.revision,
        "problem": problem,
    }
    return render(request, "submissions/writing/sign.html", context, status=409 if problem else 200)


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def approve_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The body's head reads, puts the seal, or returns it with words (S-184)."""
    case, seat = found(request, pk), seat_of(request)
    problem, note = "", request.POST.get("note", "")
    if request.method == "POST":
        refusing = request.POST.get("do") == "refuse"
        try:
            if refusing:
                REGISTRY[("proposal", "refuse_approval")](seat, pk, note=note)
            else:
                REGISTRY[("proposal", "approve")](seat, pk, revision=sent_revision(request))
        except Refused as refused:
            problem = str(refused)
            case = found(request, pk)
        else:
            messages.success(request, "已退回执笔人。" if refusing else f"已审签并提交：《{case}》")
            return redirect("my-proposals") if refusing else redirect("proposal-sent", pk=pk)
    context = whole_text(case) | advice(case, seat)
    context |= {"may_approve": may(seat, case, "approve"), "problem": problem, "note": note}
    return render(
        request, "submissions/writing/approve.html", context, status=409 if problem else 200
    )
