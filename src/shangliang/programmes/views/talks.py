"""约讲: who can be asked, what was asked and held, places that stand idle."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...groups.models import Team
from ...groups.people import bodies_of
from ...groups.queries import teams
from ...groups.venues import uses
from ...groups.views.common import base_of, buttons, steps
from ...groups.words import VENUE_FORMS
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...web.access import needs
from ..actions.book_speaker import book_speaker
from ..flow import TALK
from ..forms.talk import BookSpeaker
from ..models import Item, Programme
from ..people import OFFICE, READERS, speaks_for
from ..queries import items, programmes, talks

MOST, NAMED = 60, 12


def counting(seat: Seat, pk: int) -> Programme:
    """A programme that counts, or 404."""
    case = get_object_or_404(programmes(seat), pk=pk)
    if case.book.counting is None:
        raise Http404
    return case


def asks(seat: Seat, case: Programme) -> bool:
    """Heads of a place or of a partner, and the office."""
    if case.state != "running":
        return False
    if seat.has(*OFFICE):
        return True
    heads = [pk for pk, head in bodies_of(seat).items() if head]
    places = Team.objects.filter(
        committee_id=seat.committee_id, body_id__in=heads, form__in=VENUE_FORMS, state="running"
    )
    if heads and places.exists():
        return True
    return any(speaks_for(seat, p) for p in case.partners.all())


def listed(seat: Seat, case: Programme) -> list[Item]:
    """Speakers who agreed to be asked, while their consent holds."""
    rows = items(seat).filter(programme=case, sheet="speaker", step="listed", void_why="")
    day = today().isoformat()
    return [r for r in rows.order_by("pk")[:MOST] if str(r.data.get("until") or "") >= day]


@require_safe
@needs(*READERS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Speakers with what they tell, talks with their verbs, idle places by name."""
    seat = steps(request)
    case = counting(seat, pk)
    rows: list[Any] = list(talks(seat).filter(programme=case).order_by("-day", "-pk")[:MOST])
    for row in rows:
        row.label = TALK.label_of(row.state)
        row.verbs = [
            v | {"label": v["label"]}
            for v in buttons(TALK, seat, row, request.path, ("agree_talk", "hold_talk"))
        ]
    places = list(teams(seat).filter(state="running", form__in=VENUE_FORMS).order_by("pk")[:200])
    used = uses(places)
    idle = [p for p in places if used[p.pk].idle]
    context = {
        "base": base_of(seat), "case": case, "speakers": listed(seat, case), "rows": rows,
        "idle": idle[:NAMED], "idle_more": max(len(idle) - NAMED, 0), "asks": asks(seat, case),
        "crumbs": [
            ("专项", reverse("programmes")), (case.title, case.get_absolute_url()), ("约讲", ""),
        ],
    }  # fmt: skip
    return render(request, "programmes/talks.html", context)


@needs(*READERS)
def book(request: HttpRequest, pk: int, speaker: int) -> HttpResponse:
    """约一位讲述人."""
    seat = steps(request)
    case = counting(seat, pk)
    if not asks(seat, case):
        raise PermissionDenied("由场地的负责人、参加方的负责人或工作人员来约。")
    who = next((r for r in listed(seat, case) if r.pk == speaker), None)
    if who is None:
        raise Http404
    back = reverse("programme-talks", args=[case.pk])
    form = BookSpeaker(
        request.POST if request.method == "POST" else None, seat=seat, case=case, speaker=who
    )
    return fill(
        request, form, lambda **data: book_speaker(seat, pk, **data), title=f"约{who.title}去讲",
        submit="约讲", back=back, said="已经约了，等讲述人一方答应。", lead=str(who.data.get("story", "")),
        crumbs=[(case.title, case.get_absolute_url()), ("约讲", back), (who.title, "")],
        template="groups/form.html", base=base_of(seat),
    )  # fmt: skip
