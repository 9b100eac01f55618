"""The sums of a line, from its entries that were not reversed."""

from django.db.models import Min, Q, Sum

from .models import ZERO, FundEntry, FundLine


def sum_up(line: FundLine) -> None:
    """Set them on the line; the verb saves it. One question."""
    live = FundEntry.objects.filter(
        committee_id=line.committee_id, line=line, voided_on__isnull=True
    )
    kinds = FundEntry.Kind
    arrived = Q(kind=kinds.ARRIVED)
    found = live.aggregate(
        due=Sum("amount", filter=Q(kind=kinds.DUE)),
        arrived=Sum("amount", filter=arrived),
        proven=Sum("amount", filter=arrived & Q(proof__isnull=False)),
        spent=Sum("amount", filter=Q(kind=kinds.SPENT)),
        first=Min("on", filter=arrived),
    )
    line.due = found["due"] or ZERO
    line.arrived = found["arrived"] or ZERO
    line.proven = found["proven"] or ZERO
    line.spent = found["spent"] or ZERO
    line.arrived_on = found["first"]
