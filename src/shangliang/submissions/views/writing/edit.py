"""写提案: the one page to write, its autosave, and the pasted text that is cleaned."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ....engines.papers.intake import clean_pasted_html
from ....journal.queries import timeline
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.edit import Outdated, edit
from ...forms.writing import Sheet, saved_fields
from ...models import Submission
from ...texts import plain
from .finding import WRITERS, for_author, found, may, rows
from .sheet_page import advice_html, at_hand, show

SIGNED_OUT = "登录已过期，没有存。文字还在本页，请在新标签页登录后再存"
LONGEST_PASTE = 3 * 1024 * 1024
HANDED_IN = ("submitted", "approving")


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def edit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page; the button saves and, if asked, hands in. Works without script."""
    case, seat = for_author(request, pk), seat_of(request)
    if request.method == "GET":
        if not may(seat, case, "edit"):
            return redirect("proposal-sent", pk=pk)
        return show(request, case)
    sheet = Sheet(case, request.POST)
    if not sheet.is_valid():
        return show(request, case, sheet, sheet.problem(), status=422)
    try:
        edit(seat, pk, **sheet.data())
    except Outdated as refused:
        return show(request, case, sheet, str(refused), newer=case, status=409)
    except Refused as refused:
        if case.state in HANDED_IN and same_as_saved(case, sheet):
            messages.info(request, "这件已经提交过了，没有重复提交。")
            return redirect("proposal-sent", pk=pk)
        return show(request, case, sheet, str(refused), status=409)
    return after_saving(request, pk, seat)


def after_saving(request: HttpRequest, pk: int, seat: Seat) -> HttpResponse:
    """What the pressed button asked beside saving."""
    step = request.POST.get("do", "save")
    if step in ("submit", "send_for_approval"):
        try:
            REGISTRY[("proposal", step)](seat, pk)
        except Refused as refused:
            case = rows(seat).get(pk=pk)
            return show(request, case, None, f"已存，还没有提交。{refused}", status=409)
        return redirect("proposal-sent", pk=pk)
    if step == "more":
        return redirect(f"{reverse('proposal-edit', args=[pk])}?more=1#asks")
    if step == "later":
        messages.success(request, "已存，以后接着写。")
        return redirect("my-proposals")
    if step == "invite":
        return redirect("proposal-invite", pk=pk)
    messages.success(request, f"已存 {timezone.localtime():%H:%M:%S}")
    return redirect("proposal-edit", pk=pk)


def same_as_saved(case: Submission, sheet: Sheet) -> bool:
    """The second press of the same button brings the same words."""
    texts = sheet.form.texts()
    asks = [row.text for row in case.recommendations.filter(removed_at__isnull=True)]
    return (
        all(plain(str(texts[n])) == getattr(case, n) for n in ("title", "situation", "analysis"))
        and [plain(a["text"]) for a in sheet.asks.rows() if a["text"].strip()] == asks
    )


@require_POST
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """Autosave: JSON whatever happens, so that the page can say it in words and keep the text."""
    seat = seat_of(request)
    if not seat.signed_in:
        return JsonResponse({"error": SIGNED_OUT}, status=401)
    case = found(request, pk)
    sheet = Sheet(case, request.POST)
    if not sheet.is_valid():
        return JsonResponse({"error": sheet.problem()}, status=422)
    try:
        case = edit(seat, pk, **sheet.data())
    except Outdated:
        return conflict(seat, pk, request.POST)
    except Refused as refused:
        status = 403 if refused.kind == "who" else 422
        return JsonResponse({"error": str(refused)}, status=status)
    fresh = rows(seat).get(pk=pk)
    at_hand(fresh)
    return JsonResponse(
        {
            "saved_at": f"{timezone.localtime(case.saved_at):%H:%M:%S}",
            "revision": case.revision,
            "advice": advice_html(fresh, seat),
        }
    )


def conflict(seat: Seat, pk: int, sent: Any) -> JsonResponse:
    """Two windows or two people: both texts go back to the page, nothing is overwritten."""
    case = rows(seat).get(pk=pk)
    last = timeline(case, seat.committee_id).filter(verb="proposal.edit").last()
    if last is None or last.person_id == seat.person_id:
        words = "您在另一个窗口存过更新的一版。"
    else:
        words = f"{last.person or '另一个人'}在您写的时候也改了这一件。"
    return JsonResponse(
        {"revision": case.revision, "words": words, "fields": saved_fields(case, sent)},
        status=409,
    )


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """Text pasted from Word: paragraphs and numbers stay, the rest goes and is named."""
    if not seat_of(request).signed_in:
        return JsonResponse({"error": SIGNED_OUT}, status=401)
    html = request.POST.get("html", "")
    if len(html) > LONGEST_PASTE:
        return JsonResponse({"error": "一次贴得太多了，请分几次贴。"}, status=413)
    text, dropped = clean_pasted_html(html)
    return JsonResponse({"text": plain(text), "dropped": dropped})
