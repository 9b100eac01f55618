"""谁参加了 (S-092): a year's consultations and rounds by kind of person, by place, by round.

Only sums, and none below five: who took part is nobody's list (small cells hidden).
"""

from collections import Counter
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...topics.models import Party, RoomCard, Topic
from ...web.access import needs, seat_of
from ..answers import FEW
from ..models import Round

K = Actor.Kind
MEMBERS, BODIES, UNITS, EXPERTS, PEOPLE = (
    "委员", "界别、党派、团体、专委会", "党政部门和单位", "专家", "群众、企业",
)  # fmt: skip


def kind_of(side: str, kind: str | None) -> str:
    """What somebody took part as: by the side they sat on, then by the register."""
    if side == Party.Side.EXPERT:
        return EXPERTS
    if side == Party.Side.ANSWERS or kind == K.UNIT:
        return UNITS
    if kind == K.PERSON:
        return MEMBERS if side == Party.Side.ASKS else PEOPLE
    if kind in (K.SECTOR, K.PARTY, K.ORGANISATION, K.SPECIAL_COMMITTEE, K.GROUP, K.COMMITTEE):
        return BODIES
    return PEOPLE


def few(n: int) -> str:
    """A count as it is shown: none, too few to be told, or the number."""
    return "—" if n == 0 else f"不到 {FEW}" if n < FEW else str(n)


def shares(counts: Counter[str]) -> list[dict[str, Any]]:
    """Rows with the share of what is shown: a share of all would tell the hidden counts."""
    whole = sum(n for n in counts.values() if n >= FEW)
    return [
        {
            "label": label,
            "shown": few(n),
            "percent": round(100 * n / whole) if n >= FEW else None,
        }
        for label, n in counts.most_common()
    ]


def apart(n: int, paper: int) -> tuple[str, str, str]:
    """All of a round, online and on paper; the parts only where neither tells a small one."""
    online = n - paper
    if any(0 < part < FEW for part in (online, paper)):
        return few(n), "不分列", "不分列"
    return few(n), few(online), few(paper)


def meetings(seat: Seat, year: int) -> tuple[Counter[str], Counter[str]]:
    """Who came to consultations: by kind, and to rooms by the level of their place."""
    own = {"committee_id": seat.committee_id}
    rows = (
        Party.objects.filter(**own, came=True, consultation__held_on__year=year)
        .order_by()
        .values_list("side", "actor__kind", "consultation__room_id")
        .annotate(n=Count("pk"))
    )
    levels = {card.room_id: card.get_level_display() for card in RoomCard.objects.filter(**own)}
    kinds: Counter[str] = Counter(dict.fromkeys((MEMBERS, BODIES, UNITS, EXPERTS, PEOPLE), 0))
    places: Counter[str] = Counter()
    for side, kind, room, n in rows:
        kinds[kind_of(side, kind)] += n
        places[levels.get(room, "没有写层级的议事室") if room else "会议室里"] += n
    return kinds, places


@require_safe
@needs(Role.ORGANISER, Role.CLERK, Role.LEADER, Role.SUPERVISOR)
def balance(request: HttpRequest) -> HttpResponse:
    """One year; every number a sum of five or more."""
    seat = seat_of(request)
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else today().year
    own = {"committee_id": seat.committee_id}
    kinds, places = meetings(seat, year)
    sources = Counter(
        {
            Topic.Source(key).label: n
            for key, n in Topic.objects.filter(**own, made_at__year=year)
            .order_by()
            .values_list("source")
            .annotate(n=Count("pk"))
        }
    )
    rounds = list(
        Round.objects.filter(**own, opened_at__year=year)
        .annotate(
            n=Count("people", distinct=True),
            paper=Count("people", filter=Q(people__paper=True), distinct=True),
        )
        .order_by("-id")[:25]
    )
    return render(
        request,
        "consensus/balance.html",
        {
            "year": year,
            "years": [year - 1, year + 1] if year < today().year else [year - 1],
            "kinds": shares(kinds),
            "places": shares(places),
            "sources": shares(sources),
            "rounds": [(r, *apart(r.n, r.paper)) for r in rounds],
            "none": [label for label, n in kinds.items() if n == 0],
            "few": FEW,
        },
    )
