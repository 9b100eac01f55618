"""有事好商量: the register of rooms, one room, and a session run from a phone."""

from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.rooms import keep_room
from ..buttons import buttons, may
from ..flow import CONSULTATION, TOPIC
from ..forms.fields import bodies
from ..forms.judges import RoomForm
from ..models import Consultation, RoomCard
from ..queries import INSIDE, consultations, topics
from ..rooms import counts_of, standard_of


def rooms_of(committee_id: int) -> Any:
    """Rooms with card and convenors."""
    convenors = Tie.objects.filter(committee_id=committee_id, kind=Tie.Kind.CONVENOR).on(today())
    return (
        Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.ROOM, active=True)
        .select_related("room_card")
        .prefetch_related(Prefetch("ties_to", convenors.select_related("who"), to_attr="convenors"))
    )


@require_safe
@needs(*INSIDE)
def listing(request: HttpRequest) -> HttpResponse:
    """Every room: level, convenors, six things to have, sessions, agreed, done."""
    seat = seat_of(request)
    counts = counts_of(seat.committee_id)
    rows = list(rooms_of(seat.committee_id))
    for row in rows:
        row.card = getattr(row, "room_card", None)
        row.counts = counts.get(row.pk)
        row.standard = standard_of(row.card, row.counts)
        row.has = sum(1 for s in row.standard if s["has"])
    met = sum(1 for r in rows if r.has == 6)
    return render(
        request,
        "topics/rooms.html",
        {
            "rows": rows,
            "met": met,
            "sessions": sum(c.sessions for c in counts.values()),
            "agreed": sum(c.agreed for c in counts.values()),
            "done": sum(c.done for c in counts.values()),
            "office": seat.has(Role.ORGANISER, Role.CLERK),
        },
    )


@require_safe
@needs(*INSIDE)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One room: matters waiting, sessions, what the six things rest on."""
    seat = seat_of(request)
    room = get_object_or_404(rooms_of(seat.committee_id), pk=pk)
    card: RoomCard | None = getattr(room, "room_card", None)
    counts = counts_of(seat.committee_id).get(room.pk)
    own = pk in seat.rooms or seat.has(Role.ORGANISER, Role.CLERK)
    matters = list(topics(seat).filter(room=room, state__in=["pool", "chosen"])[:30])
    for m in matters:
        m.label = TOPIC.label_of(m.state)  # type: ignore[attr-defined]
    rows = list(consultations(seat).filter(room=room).order_by("-id")[:40])
    for r in rows:
        r.label = CONSULTATION.label_of(r.state)  # type: ignore[attr-defined]
    return render(
        request,
        "topics/room.html",
        {
            "room": room,
            "card": card,
            "convenors": [t.who.name for t in room.convenors],
            "standard": standard_of(card, counts),
            "counts": counts,
            "matters": matters,
            "rows": rows,
            "own": own,
        },
    )


@needs(Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def keep(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new room, or the card of one."""
    seat = seat_of(request)
    room, initial = None, {}
    if pk is not None:
        room = get_object_or_404(rooms_of(seat.committee_id), pk=pk)
        card = getattr(room, "room_card", None)
        initial = {"name": room.name} | (
            {f: getattr(card, f) for f in RoomForm.base_fields if f != "name"} if card else {}
        )
    form, problem = RoomForm(request.POST or None, initial=initial), ""
    if request.method == "POST" and form.is_valid():
        try:
            done = keep_room(seat, room=pk, **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "议事室已登记")
            return redirect("room", done.room_id)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": f"{room}" if room else "登记协商议事室",
        "crumb_url": "rooms",
        "crumb": "协商议事室",
        "submit": "保存",
    }
    return render(request, "topics/form.html", context, status=status)


@require_safe
@needs(Role.CONVENOR, Role.ORGANISER, Role.CLERK)
def session(request: HttpRequest, pk: int) -> HttpResponse:
    """A council's session on a phone: who came, agreed, open, who does what by when."""
    seat = seat_of(request)
    case: Consultation = get_object_or_404(consultations(seat), pk=pk)
    if case.room_id is None:
        raise Http404
    parties = list(case.parties.all())
    points = list(case.points.select_related("owner", "task"))
    allowed = may(CONSULTATION, seat, case)
    own = request.path
    return render(
        request,
        "topics/session.html",
        {
            "case": case,
            "state": CONSULTATION.label_of(case.state),
            "parties": parties,
            "points": points,
            "may": allowed,
            "own": own,
            "units": bodies(seat.committee_id, "unit"),
            "back_url": f"/rooms/{case.room_id}/",
            "verbs": [
                b
                for b in buttons(CONSULTATION, seat, case, own)
                if b["verb"]
                in (
                    "hold",
                    "draft_minutes",
                    "sign_minutes",
                    "close_consultation",
                    "ask_people",
                    "show_publicly",
                    "change_consultation",
                )
            ],  # fmt: skip
            "answering": [p for p in parties if p.side == "answers"],
        },
    )
