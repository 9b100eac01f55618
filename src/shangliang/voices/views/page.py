"""One voice: the author's way, the unit's work, the office's whole story; consent; photos."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...procedures.models import Clock
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, offers
from ...submissions.chain.lamps import light_of
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.agree import agree
from ..actions.mark_excellent import mark_excellent
from ..actions.object_to import object_to
from ..actions.open_source import may_open
from ..flow import DIFFICULTY, OUT, VOICE
from ..likening import original, woven
from ..models import IssueItem, Source, Voice
from ..people import family
from ..queries import all_voices
from ..story import is_office, office_story, plain_story

PAGES = {"edit": ("接着写", "voice-edit"), "agree": ("看改了哪里", "voice-consent")}
SPECIAL = {"edit", "edit_text", "agree", "object", "merge_into"}  # have pages of their own


def found(request: HttpRequest, pk: int) -> Voice:
    rows = all_voices(seat_of(request)).select_related(
        "author",
        "editor",
        "signer",
        "firm",
        "unit",
        "merged_into",
        "wished_unit",
        "entered_by",
        "policy",
    )
    return get_object_or_404(rows, pk=pk)


def table_of(case: Voice) -> Any:
    return DIFFICULTY if case.flow == "difficulty" else VOICE


def verbs_of(seat: Seat, case: Voice, next_url: str) -> list[dict[str, Any]]:
    """Buttons; the first is the primary one."""
    out: list[dict[str, Any]] = []
    for offer in offers(table_of(case), seat, case):
        if offer.move.verb in PAGES and offer.verdict.ok:
            label, name = PAGES[offer.move.verb]
            out.append(
                {
                    "label": label,
                    "url": reverse(name, args=[case.pk]),
                    "form": True,
                    "tone": "primary",
                }
            )
        move = offer.move
        if move.verb in SPECIAL:
            continue
        out.append(button(offer, case.flow, case.pk, next_url, primary=not out))
    return out


def may_read_text(seat: Seat, case: Voice) -> bool:
    """A unit reads a difficulty's own words; a co-author in a merger only the edited text."""
    if seat.person_id in (case.author_id, case.entered_by_id):
        return True
    return is_office(seat) or case.unit_id in seat.units


def turned(case: Voice) -> dict[str, str] | None:
    """Where it went on, both ways."""
    if not case.turned_id:
        return None
    if case.turned_type == "submission":
        return {"label": "提案", "url": reverse("proposal", args=[case.turned_id])}
    if case.turned_type == "task":
        return {"label": "任务", "url": reverse("task", args=[case.turned_id])}
    try:
        return {"label": "议题", "url": reverse("topic", args=[case.turned_id])}
    except Exception:  # noqa: BLE001 - the room of topics names its own page
        return {"label": "议题", "url": ""}


@require_safe
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What it says, where it stands, what this seat may do."""
    seat, case = seat_of(request), found(request, pk)
    clock = Clock.objects.filter(
        committee_id=case.committee_id,
        about_type="voice",
        about_id=case.pk,
        met_on=None,
        dropped_on=None,
    ).first()
    mine = seat.person_id in (case.author_id, case.entered_by_id)
    office = is_office(seat)
    lead = case.merged_into if case.state == "merged" and case.merged_into else case
    # Editors and leaders read the whole inner channel; an author what became of it, in outline.
    context = {
        "case": case,
        "lead": lead,
        "label": table_of(lead).label_of(lead.state),
        "light": light_of(clock) if clock else None,
        "verbs": verbs_of(seat, case, case.get_absolute_url()),
        "mine": mine,
        "office": office,
        "readable": may_read_text(seat, case) and not (case.masked and not seat.has(Role.EDITOR)),
        "story": office_story(case, seat) if office else plain_story(case),
        "family": family(case) if seat.has(Role.EDITOR, Role.LEADER) else [],
        "photos": list(case.photos.all()),
        "interviews": list(case.interviews.all()),
        "adoptions": list(lead.adoptions.all()),
        "levels": case.rules.levels,
        "answers": list(case.answers.select_related("unit", "heard_by")),
        "printed": IssueItem.objects.filter(committee_id=case.committee_id, voice=lead)
        .exclude(issue__state__in=("draft", "dropped"))
        .select_related("issue")
        .first(),
        "has_source": Source.objects.filter(voice=case, committee_id=case.committee_id).first(),
        "may_open": may_open(seat, case) is None,
        "remarks": list(
            lead.remarks.filter(verb__in=("answer_back", "answer_matter", "not_use", "refuse_case"))
        ),
        "turned": turned(case),
        "matter": case.rules.matter(case.class_code),
        "excellent_open": seat.has(Role.EDITOR) and case.state in OUT,
        "is_editor": seat.has(Role.EDITOR),
        "results": {r.code: r.name for r in case.rules.results},
    }
    return render(request, "voices/page.html", context)


@require_http_methods(["GET", "POST"])
@needs()
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Edited text beside one's own, what was changed woven in; yes, or what to mend."""
    seat, case = seat_of(request), found(request, pk)
    mine = Voice.objects.filter(committee_id=case.committee_id, author_id=seat.person_id)
    own = case if case.author_id == seat.person_id else mine.filter(merged_into=case).first()
    problem = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "object":
                object_to(seat, pk, note=request.POST.get("note", ""))
                messages.success(request, "已告诉编辑，改好再请您看。")
            else:
                agree(seat, pk)
                messages.success(request, "已同意。")
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("my-voices")
    asked = case.consents.filter(person_id=seat.person_id, round=case.round).first()
    if asked is None:
        raise Http404
    context = {
        "case": case,
        "own": own,
        "asked": asked,
        "open": case.state == "consenting" and not asked.said,
        "problem": problem,
        "note": request.POST.get("note", ""),
        "chunks": woven(original(own or case), case.edited_text),
        "together": case.merged.count(),
        "back_url": reverse("my-voices"),
    }
    return render(request, "voices/consent.html", context, status=409 if problem else 200)


@require_safe
@needs()  # type: ignore[arg-type]  # a picture is streamed
def photo(request: HttpRequest, pk: int, photo: int) -> HttpResponseBase:
    """The picture, for those who may read the note."""
    seat, case = seat_of(request), found(request, pk)
    if not may_read_text(seat, case):
        raise Http404
    row = get_object_or_404(case.photos, pk=photo)
    answer = FileResponse(row.file.open("rb"), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


@require_POST
@needs(Role.EDITOR)
def excellent(request: HttpRequest, pk: int) -> HttpResponse:
    """评为优秀, or taken back."""
    found(request, pk)
    mark_excellent(seat_of(request), pk, on=request.POST.get("on") == "1")
    return redirect("voice", pk=pk)
