"""Judged effects (核实了的成效) of published proposals; what only its doer says is not among them."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from ...publishing.queries import published
from ...submissions.models import Submission
from ...tasks.models import Effect
from ...web.tagkit.dates import cn_date
from ..found import Found, Source, register


def rows(committee: int) -> QuerySet[Effect]:
    """Judged, of a proposal that is open; a later judgement does not unsay what was told of an earlier."""
    return (
        Effect.objects.filter(
            committee_id=committee,
            judge__isnull=False,
            case_type="submission",
            case_id__in=published(committee).values("pk"),
        )
        .exclude(verdict=Effect.Verdict.UNKNOWN)
        .select_related("doer")
    )


def read(found: Iterable[Effect]) -> list[Found]:
    effects = list(found)
    own = {e.committee_id for e in effects}
    cases = Submission.objects.filter(committee_id__in=own).in_bulk([e.case_id for e in effects])
    out = []
    for row in effects:
        case = cases[row.case_id]
        day = f"{cn_date(row.measured_on)}量得" if row.measured_on else "现在是"
        text = (
            f"提案《{case.title}》里有一条交给{row.doer}办。{row.measure}原来是{row.baseline}，"
            f"{day}{row.value or '还没有数'}。核实的不是承办单位，结论是{row.get_verdict_display()}。"
        )
        on = timezone.localtime(row.judged_at).date() if row.judged_at else None
        url = reverse("public-proposal", args=[case.public_code])
        out.append(
            Found(
                "effect", row.pk, f"{row.measure}：{row.get_verdict_display()}", text, on,
                reverse("proposal", args=[case.pk]), url, f"核实的成效：{row.measure}（{row.doer}）",
            )
        )  # fmt: skip
    return out


register(
    Source("effect", "核实了的成效", rows, read, ("measure", "value"), "judged_at__date")
)  # fmt: skip
