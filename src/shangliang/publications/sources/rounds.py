"""Online rounds open to everybody whose result is published (公布了结果的线上商量)."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from ...consensus.models import Round
from ..found import Found, Source, register


def rows(committee: int) -> QuerySet[Round]:
    """Not those for members alone."""
    return (
        Round.objects.filter(committee_id=committee, state="published", published_at__isnull=False)
        .exclude(entry=Round.Entry.MEMBERS)
        .annotate(joined=Count("people"))
    )


def read(found: Iterable[Round]) -> list[Found]:
    out = []
    for row in found:
        people = row.joined  # type: ignore[attr-defined]
        text = (
            f"线上商量“{row.title}”公布了结果，{people}人参加，共识、分歧和少数意见都在结果页上。"
        )
        on = timezone.localtime(row.published_at).date() if row.published_at else None
        out.append(
            Found(
                "round", row.pk, f"线上商量：{row.title}", text, on,
                reverse("round", args=[row.pk]), reverse("talk-result", args=[row.code]),
                f"线上商量的结果：{row.title}",
            )
        )  # fmt: skip
    return out


register(Source("round", "线上商量", rows, read, ("title",), "published_at__date"))
