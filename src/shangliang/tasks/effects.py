"""What is known of effects: per ask, the judged one; self-reports never count as known."""

from django.db.models import OuterRef, QuerySet, Subquery

from .models import Effect


def judged(about_type: str, committee_id: int) -> QuerySet[Effect]:
    """Effects of rows of a kind that somebody other than the doer has judged, newest first."""
    return Effect.objects.filter(
        committee_id=committee_id,
        about_type=about_type,
        about_id=OuterRef("pk"),
        judge__isnull=False,
    ).order_by("-judged_at", "-id")


def verdict_of(about_type: str, committee_id: int) -> Subquery:
    """The latest verdict of each outer row; null where nobody has judged."""
    return Subquery(judged(about_type, committee_id).values("verdict")[:1])


def reported(about_type: str, committee_id: int) -> QuerySet[Effect]:
    """Self-reported effects of the outer row."""
    return Effect.objects.filter(
        committee_id=committee_id,
        about_type=about_type,
        about_id=OuterRef("pk"),
        self_reported=True,
    )
