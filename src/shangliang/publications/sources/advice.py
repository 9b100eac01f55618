"""Written results of open consultations of which advice was taken (被采纳的成果)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse

from ...topics.models import Advice, Result
from ...topics.queries import open_consultations
from ..found import Found, Source, register

TAKEN = (Advice.Outcome.TAKEN, Advice.Outcome.PARTLY)


def rows(committee: int) -> QuerySet[Result]:
    """Issued, its consultation public, an advice taken."""
    return (
        Result.objects.filter(
            committee_id=committee,
            consultation__in=open_consultations(committee).values("pk"),
            issued_on__isnull=False,
            advices__outcome__in=TAKEN,
        )
        .select_related("consultation")
        .distinct()
    )


def read(found: Iterable[Result]) -> list[Found]:
    results = list(found)
    taken: dict[int, list[Advice]] = {}
    given = Advice.objects.filter(
        committee_id__in={r.committee_id for r in results},
        result__in=[r.pk for r in results],
        outcome__in=TAKEN,
    )
    for row in given.select_related("unit").order_by("order", "id"):
        taken.setdefault(row.result_id, []).append(row)
    out = []
    for result in results:
        lines = [f"《{result.title}》送出以后，下面的建议有了结果。"]
        lines += [
            f"{a.text}（{a.unit or '收件单位'}{a.get_outcome_display()}）"
            for a in taken.get(result.pk, [])
        ]
        days = [a.answered_on for a in taken.get(result.pk, []) if a.answered_on]
        public = reverse("council", args=[result.consultation_id])
        out.append(
            Found(
                "result", result.pk, f"被采纳：{result.title}", "\n".join(lines),
                max(days, default=result.issued_on), reverse("result", args=[result.pk]), public,
                f"成果：{result.title} {result.number}".strip(),
            )
        )  # fmt: skip
    return out


register(
    Source("result", "被采纳的成果", rows, read, ("title", "advices__text"), "advices__answered_on")
)
