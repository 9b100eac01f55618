"""Published figures and clauses of public papers: evidence, not news."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse

from ...documents.models import Clause
from ...yardsticks.models import Reading
from ..found import Found, Source, register, short


def readings(committee: int) -> QuerySet[Reading]:
    """Current ones of published yardsticks."""
    return Reading.objects.filter(
        committee_id=committee, current=True, value__isnull=False, yardstick__published=True
    ).select_related("yardstick", "region")


def read_readings(found: Iterable[Reading]) -> list[Found]:
    out = []
    for row in found:
        stick = row.yardstick
        value = f"{row.value:f}".rstrip("0").rstrip(".") if row.value is not None else ""
        text = f"{row.region} {row.period} {stick.name} {value}{stick.unit}"
        told = f"{text}（{row.source}）" if row.source else text
        out.append(
            Found(
                "reading", row.pk, told, f"{stick.name} {value}{stick.unit}", row.on,
                reverse("figure", args=[row.pk]), "", f"数据：{told}",
            )
        )  # fmt: skip
    return out


def clauses(committee: int) -> QuerySet[Clause]:
    """Of papers marked public."""
    return Clause.objects.filter(committee_id=committee, intake__public=True).select_related(
        "intake"
    )


def read_clauses(found: Iterable[Clause]) -> list[Found]:
    return [
        Found(
            "clause", row.pk, f"《{row.intake.title}》{row.address} {short(row.text, 60)}", row.text,
            row.intake.given_on, reverse("clause", args=[row.pk]), "",
            f"文件：《{row.intake.title}》{row.address}",
        )
        for row in found
    ]  # fmt: skip


register(
    Source("reading", "发布的数据", readings, read_readings,
           ("yardstick__name", "region__name", "source"), told=False)
)  # fmt: skip
register(
    Source("clause", "公开的文件", clauses, read_clauses, ("text", "intake__title"), told=False)
)
