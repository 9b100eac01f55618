"""指导: notes to the levels below, notes from the level above. Advice, never control."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..actions.answer_note import answer_note
from ..actions.send_note import send_note
from ..forms.calendar import AnswerForm, NoteForm
from ..models import GuidanceNote
from ..queries import guided_by
from .filling import fill

OFFICE = (Role.CLERK, Role.LEADER, Role.SECOND_REVIEWER)
SHOWN = 50


@needs(*OFFICE)
def guidance(request: HttpRequest) -> HttpResponse:
    """Sent and received."""
    seat = seat_of(request)
    rows = GuidanceNote.objects.select_related("committee", "to", "by", "answered_by")
    context = {
        "sent": rows.filter(committee_id=seat.committee_id)[:SHOWN],
        "received": rows.filter(to_id=seat.committee_id)[:SHOWN],
        "lower": guided_by(seat.committee_id).order_by("pk"),
    }
    return render(request, "actors/guidance.html", context)


@needs(Role.CLERK, Role.LEADER)
def guidance_new(request: HttpRequest) -> HttpResponse:
    """发指导意见."""
    seat = seat_of(request)
    form = NoteForm(request.POST if request.method == "POST" else None, seat=seat)
    return fill(
        request, form, lambda **data: send_note(seat, **data),
        title="发指导意见", submit="发送", back=reverse("guidance"), said="已发给下级政协，回不回由他们定。",
        crumbs=[("指导", reverse("guidance")), ("发指导意见", "")],
        lead="上级政协对下级政协是指导：可以提建议、请参加、共享题目，不能交办，也看不到下级没有公开的提案。",
    )  # fmt: skip


@needs(Role.CLERK, Role.LEADER)
def guidance_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """回复."""
    seat = seat_of(request)
    note = get_object_or_404(GuidanceNote, pk=pk, to_id=seat.committee_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    return fill(
        request, form, lambda **data: answer_note(seat, pk, **data),
        title=f"回复：{note.title}", submit="回复", back=reverse("guidance"), said="已回复。",
        crumbs=[("指导", reverse("guidance")), ("回复", "")], lead=note.text,
    )  # fmt: skip
