"""领导一页: where it burns, who must act, and which units are behind."""

from collections import Counter, defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...actors.models import Actor, Tie
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...web.access import needs, seat_of
from ..board import BARS, Wanted, narrowed, rows_of, stands, tally
from ..lamps import way_of
from ..queries import visible
from ..rules import rules

TOP = 10
RED = ("late", "serious", "undated")


def charge_of(seat: Seat) -> set[int]:
    """Units a leader is in charge of (分管)."""
    ties = Tie.objects.filter(
        committee_id=seat.committee_id, who_id=seat.person_id, kind=Tie.Kind.IN_CHARGE
    )
    return set(ties.on(today()).values_list("whom_id", flat=True))


@needs(Role.LEADER, Role.SUPERVISOR, Role.CLERK)
def page(request: HttpRequest) -> HttpResponse:
    """One page: counts, ten that burn, units by what is late, reasons given."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    mine = charge_of(seat)
    way = way_of(seat.committee_id, request.GET.get("lamps"))
    every = stands(narrowed(visible(seat), Wanted()), seat.committee_id, way)
    count = tally(every)
    by_unit: dict[int, Counter[str]] = defaultdict(Counter)
    for stand in every:
        by_unit[stand.owner][stand.lamp.group] += 1
        by_unit[stand.owner]["all"] += 1
    names = {
        a.pk: str(a) for a in Actor.objects.filter(committee_id=seat.committee_id, pk__in=by_unit)
    }
    units: list[dict[str, Any]] = [
        {
            "pk": pk,
            "name": names.get(pk, ""),
            "mine": pk in mine,
            "all": n["all"],
            "late": sum(n[g] for g in RED),
            "slow": n["behind"] + n["near"],
            "reported": n["reported"],
        }
        for pk, n in by_unit.items()
    ]
    units.sort(key=lambda u: (not u["mine"], -u["late"], -u["slow"], u["name"]))
    burning = [s for s in every if s.lamp.group in (*RED, "contested")]
    burning.sort(key=lambda s: s.key("urgent"))
    delays = Counter(
        visible(seat)
        .filter(pk__in=[s.pk for s in burning[:500]])
        .exclude(delay_code="")
        .values_list("delay_code", flat=True)
    )
    context = {
        "counts": [
            (light, word, sum(count[g] for g in groups), key) for key, light, word, groups in BARS
        ],
        "total": len(every),
        "late": len(burning),
        "rows": rows_of(seat, burning[:TOP]),
        "more": max(len(burning) - TOP, 0),
        "units": [u for u in units if u["late"] or u["slow"] or u["mine"]][:20],
        "delays": [(rules().delays[k], n) for k, n in delays.most_common() if k in rules().delays],
        "unsaid": len(burning) - sum(delays.values()),
    }
    return render(request, "tasks/leader.html", context)
