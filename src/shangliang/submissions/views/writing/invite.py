"""邀请联名: find current members by stroke or pinyin, ask them, see who has answered."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ....procedures.seat import Role
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.invite import invite
from ...actions.uninvite import uninvite
from ...members import current, matching, stroke_counts, with_sectors
from ...models import CoSignature, Submission
from .finding import WRITERS, for_author, may
from .sheet_page import names

PAGE = 25
MOST_FOUND = 20


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def invite_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One press invites one person, so that no tick is lost between two searches."""
    case, seat = for_author(request, pk), seat_of(request)
    problem = ""
    if request.method == "POST":
        try:
            if person := request.POST.get("uninvite", ""):
                uninvite(seat, pk, person=int(person) if person.isdigit() else 0)
                messages.success(request, "已收回邀请。")
            else:
                people = [int(p) for p in request.POST.getlist("person") if p.isdigit()]
                on_paper = request.POST.get("on_paper") == "1"
                invite(seat, pk, people=people, on_paper=on_paper)
                word = "已登记纸面签名" if on_paper else "已邀请"
                who = "、".join(
                    current(seat.committee_id).filter(pk__in=people).values_list("name", flat=True)
                )
                messages.success(request, f"{word}：{who}")
            return redirect(request.get_full_path())
        except Refused as refused:
            problem = str(refused)
    context = found_people(request, case) | {
        "case": case,
        "problem": problem,
        "allowed": may(seat, case, "invite"),
        "can_enter_paper": seat.has(Role.CLERK) and case.entered_by_id == seat.person_id,
        "back_url": reverse("proposal-edit", args=[pk]),
    }
    return render(
        request, "submissions/writing/invite.html", context, status=409 if problem else 200
    )


def found_people(request: HttpRequest, case: Submission) -> dict[str, Any]:
    """The page of names asked for, each marked when already asked."""
    prefetch_related_objects(
        [case], Prefetch("signatures", CoSignature.objects.select_related("person"))
    )
    q, strokes = request.GET.get("who", ""), request.GET.get("strokes", "")
    rows = matching(case.committee_id, q, int(strokes) if strokes.isdigit() else None)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    asked = {row.person_id: row for row in case.signatures.all()}
    people = [
        {"person": person, "asked": word(asked.get(person.pk))}
        for person in with_sectors(list(page), case.committee_id)
    ]
    return {
        "q": q,
        "people": people,
        "page_obj": page,
        "strokes": stroke_counts(case.committee_id),
        **names(case),
    }


def word(row: CoSignature | None) -> str:
    if row is None:
        return ""
    return "第一提案人" if row.role == CoSignature.Role.FIRST else row.get_state_display()


@require_safe
@needs(*WRITERS)
def member_search(request: HttpRequest) -> JsonResponse:
    """Names and sectors of current members, for those who may invite: nothing else of a person."""
    seat = seat_of(request)
    q, strokes = request.GET.get("q", "").strip(), request.GET.get("strokes", "")
    if not q and not strokes:
        return JsonResponse({"people": []})
    rows = matching(seat.committee_id, q, int(strokes) if strokes.isdigit() else None)
    people = with_sectors(list(rows[:MOST_FOUND]), seat.committee_id)
    return JsonResponse(
        {"people": [{"id": p.pk, "name": p.name, "sector": p.sector} for p in people]}
    )
