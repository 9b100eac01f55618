"""Open consultations whose minutes are signed (商量过的事): what was agreed, and by whom it is done."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse

from ...topics.models import Consultation, Point
from ...topics.queries import open_consultations
from ..found import Found, Source, register


def read(found: Iterable[Consultation]) -> list[Found]:
    cases = list(found)
    points: dict[int, list[Point]] = {}
    rows = Point.objects.filter(
        committee_id__in={c.committee_id for c in cases}, consultation__in=[c.pk for c in cases]
    )
    for point in rows.select_related("owner"):
        points.setdefault(point.consultation_id, []).append(point)
    out = []
    for case in cases:
        lines = [f"{case.room or case.lead}就“{case.title}”开了协商。"]
        for point in points.get(case.pk, []):
            who = point.owner or point.owner_name
            by = f"（{who}来做）" if who and point.kind == Point.Kind.AGREED else ""
            lines.append(f"{point.get_kind_display()}：{point.text}{by}")
        out.append(
            Found(
                "consultation", case.pk, f"协商：{case.title}", "\n".join(lines), case.held_on,
                reverse("consultation", args=[case.pk]), reverse("council", args=[case.pk]),
                f"协商记录：{case.title}",
            )
        )  # fmt: skip
    return out


def rows(committee: int) -> QuerySet[Consultation]:
    return open_consultations(committee).select_related("room", "lead")


register(Source("consultation", "公开的协商", rows, read, ("title", "points__text"), "held_on"))
