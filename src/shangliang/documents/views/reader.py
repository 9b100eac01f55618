"""The reader: source on the left, what was read out of it on the right, each lighting the other."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ...procedures.forms import FORMS
from ...procedures.perform import REGISTRY
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ..flow import EXTRACT, INTAKE
from ..flow.intake import DESK, READERS, STATES
from ..models import Extract, Intake
from ..queries import extracts, intakes
from ..readings.light import shown
from ..readings.units import units_of
from .cards import REASONS, dress, number

K = Extract.Kind
# So much of the source stands on one page; what was found in it stands beside it.
PARAGRAPHS = 80
KINDS = (K.TASK, K.FLAG, K.INDICATOR, K.GAP, K.TOPIC, K.CLAUSE)


@require_safe
@needs(*READERS)
def reader(request: HttpRequest, pk: int) -> HttpResponse:
    """One text: part, kind and page stand in the address."""
    seat = seat_of(request)
    row = get_object_or_404(intakes(seat), pk=pk)
    if row.state in ("reading", "failed"):
        return render(
            request, "documents/waiting.html", {"intake": row, "state": STATES[row.state]}
        )
    return render(request, "documents/reader.html", context_of(request, seat, row))


def context_of(request: HttpRequest, seat: Seat, row: Intake) -> dict[str, Any]:
    """Everything of one page of the reader."""
    parts = list(row.parts.all())
    wanted = number(request.GET.get("part"), 1)
    part = next((p for p in parts if p.number == wanted), parts[0] if parts else None)
    here = row.paragraphs.filter(part=part.number if part else 1)
    edge = here.aggregate(count=Count("pk"), most=Max("order"))
    pages = max(1, -(-edge["count"] // PARAGRAPHS))
    if line := number(request.GET.get("line"), 0):
        before = here.filter(first__lt=line).count()
        page = min(pages, before // PARAGRAPHS + 1)
    else:
        page = min(pages, max(1, number(request.GET.get("page"), 1)))
    paragraphs = list(here[(page - 1) * PARAGRAPHS : page * PARAGRAPHS])
    kind = request.GET.get("kind", "")
    kind = kind if kind in K.values or kind in ("soft", "open") else "open"
    mine = row.extracts.filter(part=part.number if part else 1)
    if not row.suggestions:
        mine = mine.exclude(origin="machine", state="open")
    tally = counts(row, mine)
    found: list[Extract] = []
    if paragraphs:
        orders = (paragraphs[0].order, paragraphs[-1].order)
        found = list(
            mine.filter(Q(paragraph__range=orders) | Q(gone=True)).select_related("decided_by")
        )
    may = seat.has(*DESK) and row.state == "open"
    units = units_of(seat.committee_id)
    listed = [dress(e, row, units, may) for e in found if belongs(e, kind)]
    current = next((e for e in listed if e.state == "open"), None)
    base = f"?part={part.number if part else 1}"
    return {
        "intake": row,
        "parts": parts,
        "part": part,
        "paragraphs": shown(paragraphs, found),
        "extracts": listed,
        "current": current.pk if current else 0,
        "kind": kind,
        "tabs": tabs(tally, kind, base, page),
        "tally": tally,
        "page": page,
        "pages": range(1, pages + 1) if pages > 1 else (),
        "base": base,
        "may": may,
        "state": STATES[row.state],
        "verbs": [o for o in offers(INTAKE, seat, row) if not o.move.form],
        "here": f"{request.path}{base}&kind={kind}&page={page}",
        "desk": seat.has(*DESK),
        "reasons": REASONS,
        "kinds": K.choices,
    }


def belongs(row: Extract, kind: str) -> bool:
    """Which tab a finding stands under."""
    if kind == "soft":
        return row.soft
    if kind == "open":
        return not row.soft and row.kind != K.CLAUSE
    return row.kind == kind and not row.soft


def counts(row: Intake, mine: QuerySet[Extract]) -> dict[str, Any]:
    """What waits and what is decided: of the part by kind, of the whole text in all."""
    by_kind: dict[str, int] = dict.fromkeys([*K.values, "soft", "open"], 0)
    waiting = certain = 0
    for kind, soft, state, sure, many in (
        mine.order_by().values_list("kind", "soft", "state", "certain").annotate(n=Count("pk"))
    ):
        by_kind["soft" if soft else kind] += many
        if not soft and kind != K.CLAUSE:
            by_kind["open"] += many
        if state == "open" and not soft:
            waiting += many
            if sure and kind != K.FLAG:
                certain += many
    whole = row.extracts.filter(gone=False).aggregate(
        waiting=Count("pk", filter=Q(state="open", soft=False)),
        decided=Count("pk", filter=~Q(state__in=("open", "parked"))),
        doubts=Count("pk", filter=Q(kind=K.FLAG, state__in=("open", "parked"))),
        ready=Count("pk", filter=Q(kind=K.TASK, state="accepted")),
        wrong=Count("pk", filter=Q(state="refused")),
        parked=Count("pk", filter=Q(state="parked")),
    )
    return whole | {"kinds": by_kind, "here": waiting, "certain": certain}


def tabs(tally: dict[str, Any], kind: str, base: str, page: int) -> list[dict[str, Any]]:
    """The kinds that occur, the one shown marked."""
    kinds = tally["kinds"]
    rows = [("open", "要定的"), *((k.value, k.label) for k in KINDS), ("soft", "一般要求")]
    return [
        {
            "label": label,
            "url": f"{base}&kind={key}&page={page}",
            "count": kinds[key],
            "current": key == kind,
        }
        for key, label in rows
        if kinds[key] or key in ("open", kind)
    ]


@needs(*READERS)
def extract(request: HttpRequest, pk: int) -> HttpResponse:
    """The source line of a finding: the reader, opened at it."""
    row = get_object_or_404(extracts(seat_of(request)), pk=pk)
    url = reverse("intake", args=[row.intake_id])
    kind = "soft" if row.soft else row.kind
    return redirect(f"{url}?part={row.part}&line={row.first}&kind={kind}#e{row.pk}")


@require_POST
@needs(*READERS)
def extract_do(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """A verb of a card: the card as it now is (htmx), or back to the page (no script)."""
    action = REGISTRY.get(("extract", verb))
    if action is None:
        raise Http404
    seat = seat_of(request)
    row = get_object_or_404(extracts(seat).select_related("decided_by"), pk=pk)
    problem, form = "", None
    data: dict[str, Any] = {}
    if kind := FORMS.get(("extract", verb)):
        form = kind(request.POST, case=row, seat=seat)
        if form.is_valid():
            data = form.arguments()
        else:
            problem = "；".join(str(e) for errors in form.errors.values() for e in errors)
    if not problem:
        try:
            action(seat, pk, **data)
        except Refused as refused:
            problem = str(refused)
    if not request.htmx:  # type: ignore[attr-defined]
        (messages.error if problem else messages.success)(
            request, problem or f"已{EXTRACT[verb].label}：{row}"
        )
        return redirect(back_to(request, row))
    row = extracts(seat).select_related("decided_by").get(pk=pk)
    dress(
        row, row.intake, units_of(seat.committee_id), seat.has(*DESK) and row.intake.state == "open"
    )
    context = {
        "e": row,
        "problem": problem,
        "reasons": REASONS,
        "here": request.POST.get("next", ""),
        "tally": counts(row.intake, row.intake.extracts.filter(part=row.part)),
        "oob": True,
        "intake": row.intake,
        "desk": True,
    }
    said = problem or f"已{EXTRACT[verb].label}：{row.card['sign']}"  # type: ignore[attr-defined]
    return render(request, "documents/card_swap.html", context | {"said": said})


@require_safe
@needs(*DESK)
def extract_form(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """A verb's form, to stand in the card."""
    kind = FORMS.get(("extract", verb))
    if kind is None:
        raise Http404
    seat = seat_of(request)
    row = get_object_or_404(extracts(seat), pk=pk)
    context = {
        "e": row,
        "verb": verb,
        "form": kind(case=row, seat=seat),
        "label": EXTRACT[verb].label,
    }
    return render(request, "documents/card_form.html", context)


def back_to(request: HttpRequest, row: Extract) -> str:
    """The page the button stood on, at the card."""
    from django.utils.http import url_has_allowed_host_and_scheme

    wanted = request.POST.get("next", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return f"{wanted.split('#')[0]}#e{row.pk}"
    return f"{reverse('intake', args=[row.intake_id])}?part={row.part}#e{row.pk}"
