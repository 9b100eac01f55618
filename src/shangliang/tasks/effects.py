"""What is known of effects: per row the latest judged one; self-reports never count as known.

Counting begins from the effects, which are few, not from the rows they are about, which are many.
"""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from .models import Effect

REPORTED = "reported"


def speaking(committee_id: int, about_type: str) -> QuerySet[Effect]:
    """The effect that speaks for each row: the latest judged; without one, what the doer says."""
    rows = Effect.objects.filter(committee_id=committee_id, about_type=about_type)
    same = Effect.objects.filter(
        committee_id=committee_id,
        about_type=about_type,
        about_id=OuterRef("about_id"),
        judge__isnull=False,
    )
    later = same.filter(
        Q(judged_at__gt=OuterRef("judged_at"))
        | Q(judged_at=OuterRef("judged_at"), id__gt=OuterRef("id"))
    )
    return rows.filter(
        (Q(judge__isnull=False) & ~Q(Exists(later)))
        | (Q(judge__isnull=True, self_reported=True) & ~Q(Exists(same)))
    )


def known(rows: QuerySet[Effect]) -> dict[str, int]:
    """How many rows stand under each verdict, ``reported`` for those only their doer speaks of."""
    found: dict[str, int] = {}
    for judge, verdict, n in (
        rows.order_by()
        .values_list("self_reported", "verdict")
        .annotate(n=Count("about_id", distinct=True))
        .values_list("self_reported", "verdict", "n")
    ):
        key = REPORTED if judge else verdict
        found[key] = found.get(key, 0) + n
    return found


def under(rows: QuerySet[Effect], key: str) -> QuerySet[Effect]:
    """Those of one verdict, or of ``reported``."""
    if key == REPORTED:
        return rows.filter(self_reported=True)
    return rows.filter(self_reported=False, verdict=key)
