"""培训: needs asked and told, trainings, who of the new members has done the induction, the register."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...voices.suppress import hide_small
from ...web.access import needs
from ..actions.make_needs import make_needs
from ..coverage import SMALL
from ..flow import NEEDS
from ..forms.quiz import MakeNeeds
from ..layers import people_in
from ..models import NeedsAnswer, NeedsSurvey, StudyDuty
from ..queries import items, needs_surveys
from ..who import KEEPERS, LEARNERS
from .base import base_of, opened, verbs_of

SHOWN = 30


@needs(*LEARNERS)
def training(request: HttpRequest) -> HttpResponse:
    """What was asked, what is offered, and for the office who of the new ones has not had it."""
    seat = opened(request)
    form = None
    if seat.has(*KEEPERS):
        form = MakeNeeds(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                row = make_needs(seat, **form.arguments())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"已拟：{row}")
                return redirect(row)
    surveys = list(needs_surveys(seat).annotate(count=Count("answers"))[:SHOWN])
    told = set(
        NeedsAnswer.objects.filter(
            committee_id=seat.committee_id, person_id=seat.person_id
        ).values_list("survey_id", flat=True)
    )
    for row in surveys:
        row.state_label, row.told = NEEDS.label_of(row.state), row.pk in told  # type: ignore[attr-defined]
        row.open_now = row.state == "open" and row.until >= today()  # type: ignore[attr-defined]
    rows = (
        items(seat)
        .filter(kind="training")
        .exclude(state="dropped")
        .annotate(
            done=Count("duties", filter=Q(duties__state="done")),
            must=Count("duties", filter=~Q(duties__state="excused")),
        )
        .order_by("-pk")[:SHOWN]
    )
    context = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "form": form,
        "surveys": surveys,
        "trainings": list(rows),
        "keeps": seat.has(*KEEPERS),
        "induction": induction(seat.committee_id) if seat.has(*KEEPERS) else None,
    }
    return render(
        request, "study/training.html", context, status=422 if request.method == "POST" else 200
    )


def induction(committee_id: int) -> list[dict[str, Any]]:
    """New members, and how many of what every new member must do each has done (S-052)."""
    people = people_in(committee_id, "new_members")
    if not people:
        return []
    rows = StudyDuty.objects.filter(
        committee_id=committee_id, person_id__in=people, item__induction=True,
        item__state__in=["open", "closed"],
    ).exclude(state="excused")  # fmt: skip
    counts = {
        row["person_id"]: row
        for row in rows.order_by()
        .values("person_id")
        .annotate(done=Count("pk", filter=Q(state="done")), must=Count("pk"))
    }
    names = Actor.objects.filter(committee_id=committee_id, pk__in=people)
    out: list[dict[str, Any]] = []
    for p in names.order_by("stroke_key", "id"):
        row = counts.get(p.pk)
        done, must = (row["done"], row["must"]) if row else (0, 0)
        out.append({"name": p.name, "done": done, "must": must})
    out.sort(key=lambda x: x["must"] > 0 and x["done"] == x["must"])
    return out


@needs(*LEARNERS)
def need(request: HttpRequest, pk: int) -> HttpResponse:
    """One survey: how many want what, by group with small ones hidden; words without names."""
    seat = opened(request)
    row = get_object_or_404(needs_surveys(seat), pk=pk)
    context: dict[str, Any] = {
        "base": base_of(seat),
        "back_url": reverse("study"),
        "row": row,
        "state": NEEDS.label_of(row.state),
        "keeps": seat.has(*KEEPERS),
        "mine": NeedsAnswer.objects.filter(
            committee_id=seat.committee_id, survey=row, person_id=seat.person_id
        ).first(),
        "open_now": row.state == "open" and row.until >= today(),
        "verbs": verbs_of(NEEDS, seat, row, request.path, ("tell_needs", "open_needs")),
    }
    if seat.has(*KEEPERS) or row.state == "closed":
        context |= results(row)
    return render(request, "study/need.html", context)


def results(row: NeedsSurvey) -> dict[str, Any]:
    """Counts by matter and by group; below five nothing is shown."""
    answers = list(row.answers.select_related("group").order_by("pk"))
    if len(answers) < SMALL:
        return {"count": len(answers), "few": True}
    totals = [sum(n in a.chosen for a in answers) for n in range(len(row.matters))]
    groups = sorted({str(a.group) if a.group else "未编组" for a in answers})
    table = [
        [
            sum(n in a.chosen for a in answers if (str(a.group) if a.group else "未编组") == g)
            for n in range(len(row.matters))
        ]
        for g in groups
    ]
    sizes = [sum((str(a.group) if a.group else "未编组") == g for a in answers) for g in groups]
    # A group with fewer than five answers is hidden whole, however much they ticked: a row that sums
    # to less than the limit is what ``hide_small`` hides, with the others that would give it away.
    small = [1] + [0] * (len(row.matters) - 1)
    counted = [cells if size >= SMALL else small for cells, size in zip(table, sizes, strict=True)]
    rows = list(zip(groups, hide_small(counted, SMALL), strict=True))
    return {
        "count": len(answers),
        "totals": sorted(zip(row.matters, totals, strict=True), key=lambda x: -x[1]),
        "group_rows": rows if len(groups) > 1 else [],
        "words": sorted({a.text for a in answers if a.text}),
    }


@needs(*KEEPERS)
def people(request: HttpRequest) -> HttpResponse:
    """The register of a year: how much each must and has done. By name, never by rank."""
    seat = opened(request)
    year = today().year
    rows = (
        StudyDuty.objects.filter(committee_id=seat.committee_id, item__plan__year=year)
        .exclude(item__state="dropped")
        .exclude(state="excused")
        .values("person_id", "person__name")
        .annotate(
            must=Count("pk"),
            done=Count("pk", filter=Q(state="done")),
            hours=Sum("item__hours", filter=Q(state="done"), default=0),
        )
        .order_by("person__stroke_key", "person_id")
    )
    if words := request.GET.get("q", "").strip()[:40]:
        rows = rows.filter(person__name__icontains=words)
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    return render(request, "study/people.html", {"page_obj": page, "year": year, "q": words})
