"""A leader's charges: last visit, next due, open problems, what is late and whose it is."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Max, Q

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..submissions.chain.lamps import Light, light_of_day
from .models import Charge, Milestone, Voice
from .queries import charges, difficulties

OPEN = ("received", "handling", "answered")


@dataclass
class Row:
    """One charge as the leader's page shows it."""

    charge: Charge
    last: date | None
    due: date
    light: Light
    problems: int = 0
    stuck: list[Milestone] = field(default_factory=list)


def rows_of(seat: Seat, leader: int | None = None) -> list[Row]:
    """All charges in force the seat may see, the one due first on top. A fixed number of questions."""
    day = today()
    found = charges(seat).filter(start__lte=day).filter(Q(end__isnull=True) | Q(end__gte=day))
    found = found.exclude(tie__end__lt=day)  # a term that ended took the firm's leader with it
    if leader:
        found = found.filter(leader_id=leader)
    found = found.select_related("leader", "firm").annotate(last=Max("visits__on"))
    list_of = list(found[:300])
    if not list_of:
        return []
    firms = [c.firm_id for c in list_of if c.firm_id]
    open_cases = dict(
        Voice.objects.filter(
            committee_id=seat.committee_id,
            kind=Voice.Kind.DIFFICULTY,
            state__in=OPEN,
            firm_id__in=firms,
        )
        .order_by()
        .values_list("firm_id")
        .annotate(n=Count("pk"))
    )
    stuck: dict[int, list[Milestone]] = {}
    late = Milestone.objects.filter(
        committee_id=seat.committee_id, charge_of__in=list_of, done_on=None, planned_on__lt=day
    ).select_related("obstacle_owner")
    for stone in late:
        stone.days = (day - stone.planned_on).days  # type: ignore[attr-defined]
        stuck.setdefault(stone.charge_of_id, []).append(stone)
    made = []
    for charge in list_of:
        last = charge.last  # type: ignore[attr-defined]
        due = (last or charge.start) + timedelta(days=charge.every_days)
        made.append(
            Row(
                charge, last, due, light_of_day(due, seat.committee_id, 5),
                open_cases.get(charge.firm_id or 0, 0), stuck.get(charge.pk, []),
            )
        )  # fmt: skip
    return sorted(made, key=lambda r: r.due)


def problems_of(seat: Seat, charge: Charge) -> list[Voice]:
    """The difficulties of a charge's firm that are not closed."""
    if not charge.firm_id:
        return []
    rows = difficulties(seat).filter(firm_id=charge.firm_id, state__in=OPEN)
    return list(rows.select_related("unit").order_by("-id")[:20])
