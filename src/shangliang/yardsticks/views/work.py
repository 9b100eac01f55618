"""六问、三张清单、三个本子、做法卡、需求: what a unit or county keeps for itself, and shares."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...actors.models import Actor
from ...engines.indicators.definition import Direction
from ...engines.indicators.periods import parse
from ...engines.indicators.ranks import ranks
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused, verdict
from ...web.access import needs, seat_of
from ..actions.answer_sheet import answer_sheet
from ..actions.submit_sheet import submit_sheet
from ..comparing import number_of
from ..flow import SHEET
from ..flow.sheet import lacking
from ..forms.sheet import AnswerSheet
from ..models import Adoption, ListRow, Need, PracticeCard, Reading, Sheet
from ..queries import gaps, list_rows, measures, notebook, sheets
from ..who import KEEPERS, READERS, UNIT, keeps
from .figure import verbs_of

INSIDE = (*KEEPERS, Role.LEADER, *UNIT)


@needs(*INSIDE)
def sheet_list(request: HttpRequest) -> HttpResponse:
    """Sheets by round, with how far each is."""
    seat = seat_of(request)
    rows = sheets(seat).annotate(
        said=Count("answers", filter=~Q(answers__verdict="")),
        of=Count("answers"),
        short=Count("answers", filter=Q(answers__verdict__in=["not", "unsure"])),
    )[:100]
    lines = [(r, SHEET.label_of(r.state)) for r in rows]
    own = Actor.objects.filter(committee_id=seat.committee_id, pk__in=seat.units).order_by("pk")[:4]
    context = {"lines": lines, "fills": keeps(seat) or bool(seat.units), "own": own}
    return render(request, "yardsticks/sheets.html", context)


@needs(*INSIDE)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer on one page; half-filled is kept; handing in asks for all of them."""
    seat = seat_of(request)
    row = get_object_or_404(sheets(seat), pk=pk)
    may = bool(verdict(SHEET, SHEET["answer_sheet"], seat, row))
    problem = ""
    form = None
    if may:
        given = (request.POST,) if request.method == "POST" else ()
        form = AnswerSheet(*given, case=row, seat=seat)
        if request.method == "POST" and form.is_valid():
            try:
                answer_sheet(seat, pk, **form.arguments())
                if "submit" in request.POST:
                    submit_sheet(seat, pk)
            except Refused as refused:
                problem = str(refused)
            else:
                return redirect("sheet", pk)
    answers = list(
        row.answers.select_related("gap").annotate(
            live=Count("gap__measures", filter=~Q(gap__measures__state="dropped"))
        )
    )
    context = {
        "row": row, "state": SHEET.label_of(row.state), "form": form, "problem": problem,
        "answers": answers, "missing": [(a.number, said) for a in answers if (said := lacking(a))],
        "bare": sum(a.gap_id is not None and not a.live for a in answers),  # type: ignore[attr-defined]
        "verbs": [v for v in verbs_of(SHEET, seat, row, request.path) if v["label"] not in ("答卷", "交卷")],
        "crumbs": [("六问与答卷", reverse("sheets")), (str(row), "")],
        "peers": peers(seat, row),
    }  # fmt: skip
    return render(request, "yardsticks/sheet.html", context, status=409 if problem else 200)


def peers(seat: Any, row: Sheet) -> list[tuple[str, int, int]]:
    """The same round of others the seat may see: how many answers rest on evidence (not who is better)."""
    rows = sheets(seat).filter(yardstick=row.yardstick_id, round=row.round).exclude(pk=row.pk).exclude(state="draft").annotate(
        proven=Count("answers", filter=~Q(answers__evidence="")), short=Count("answers", filter=Q(answers__verdict="not"))
    )[:20]  # fmt: skip
    return [(str(r.owner), r.proven, r.short) for r in rows]


@needs(*INSIDE)
def three_lists(request: HttpRequest) -> HttpResponse:
    """找差距 → 学先进 → 争示范, row beside row; what is not linked is listed (S-125)."""
    seat = seat_of(request)
    owner = number_of(request.GET.get("owner", ""))
    found = gaps(seat).filter(state="open", owner__isnull=False)
    rows = list_rows(seat)
    if seat.units and not keeps(seat):
        found = found.filter(owner_id__in=seat.units)
    if owner:
        found, rows = found.filter(owner_id=owner), rows.filter(owner_id=owner)
    listed = list(found.order_by("owner_id", "size", "id")[:200])
    learn: dict[int | None, list[ListRow]] = {}
    model: dict[int | None, list[ListRow]] = {}
    for row in rows:
        (learn if row.kind == ListRow.Kind.LEARN else model).setdefault(
            row.gap_id if row.kind == ListRow.Kind.LEARN else row.learn_id, []
        ).append(row)
    lines = []
    for gap in listed:
        steps = learn.get(gap.pk, [])
        lines.append((gap, [(s, model.get(s.pk, [])) for s in steps]))
    context = {
        "lines": lines,
        "orphans": sum(not steps for _, steps in lines),
        "unmodelled": sum(1 for _, steps in lines for _, models in steps if not models),
        "owners": sorted({(g.owner_id, str(g.owner)) for g in listed}, key=lambda x: x[1]),
        "owner": owner,
        "fills": keeps(seat) or bool(seat.units),
    }
    return render(request, "yardsticks/three_lists.html", context)


@needs(*INSIDE)
def notebooks(request: HttpRequest) -> HttpResponse:
    """错题本, 真题本, 竞赛本: what is due for a re-test first; contest rows show the rank then and now."""
    seat = seat_of(request)
    book = request.GET.get("book", "wrong")
    book = book if book in ("wrong", "real", "contest") else "wrong"
    every = notebook(seat)
    counts = dict(every.filter(state="open").values_list("book").annotate(n=Count("pk")).order_by())
    due = every.filter(state="open", retest_on__lte=today()).count()
    rows = list(
        every.filter(book=book)
        .prefetch_related("retests")
        .order_by("-state", "retest_on", "id")[:100]
    )
    now = ranks_now(
        seat.committee_id,
        [(r.yardstick_id, r.region_id) for r in rows if r.yardstick_id and r.region_id],
    )
    lines = [
        {
            "row": r, "due": r.state == "open" and r.retest_on is not None and r.retest_on <= today(),
            "now": (found := now.get((r.yardstick_id or 0, r.region_id or 0))), "tests": list(r.retests.all()),
            "now_words": said_period(found[1]) if found else "",
            "then": said_period(r.period_then),
        }
        for r in rows
    ]  # fmt: skip
    tabs = [
        {"label": label, "url": f"?book={key}", "count": counts.get(key, 0), "current": key == book}
        for key, label in (("wrong", "错题本"), ("real", "真题本"), ("contest", "竞赛本"))
    ]
    context = {
        "tabs": tabs,
        "lines": lines,
        "book": book,
        "due": due,
        "fills": keeps(seat) or bool(seat.units),
    }
    return render(request, "yardsticks/notebooks.html", context)


def said_period(text: str) -> str:
    """A period in words; what a person typed otherwise stays as typed."""
    found = parse(text) if text else None
    return found.label(True) if found else text


def ranks_now(
    committee_id: int, pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, str]]:
    """The latest rank of a region on an indicator: (place, period)."""
    if not pairs:
        return {}
    values: dict[tuple[int, str], dict[int, Any]] = {}
    directions: dict[int, str] = {}
    rows = Reading.objects.filter(
        committee_id=committee_id, yardstick_id__in={y for y, _ in pairs}, current=True,
        region__level="county", period__gte=str(today().year - 1),
    ).values_list("yardstick_id", "period", "region_id", "value", "yardstick__direction")  # fmt: skip
    for yardstick, period, region, value, direction in rows:
        values.setdefault((yardstick, period), {})[region] = value
        directions[yardstick] = direction
    out = {}
    for yardstick, region in pairs:
        codes = sorted(
            p for y, p in values if y == yardstick and values[y, p].get(region) is not None
        )
        if not codes or directions[yardstick] == "none":
            continue
        order = ranks(values[yardstick, codes[-1]], Direction(directions[yardstick]))
        out[yardstick, region] = (order[region].place, codes[-1])
    return out


@needs(*READERS)
def practices(request: HttpRequest) -> HttpResponse:
    """Practice cards: 采用 2, 有效 1."""
    seat = seat_of(request)
    rows = PracticeCard.objects.filter(committee_id=seat.committee_id).select_related("region", "owner", "yardstick").annotate(
        used=Count("adoptions"), good=Count("adoptions", filter=Q(adoptions__state="effective"))
    ).order_by("-good", "-used", "-id")[:100]  # fmt: skip
    context = {"rows": rows, "fills": keeps(seat) or bool(seat.units)}
    return render(request, "yardsticks/practices.html", context)


@needs(*READERS)
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    """One card with who used it and how it went."""
    seat = seat_of(request)
    row = get_object_or_404(
        PracticeCard.objects.select_related("region", "owner", "yardstick"),
        pk=pk,
        committee_id=seat.committee_id,
    )
    used = list(row.adoptions.select_related("owner"))
    mine = [(a, a.owner_id in seat.units and a.state == Adoption.State.TRYING) for a in used]
    context = {
        "row": row, "used": mine, "good": sum(a.state == "effective" for a in used),
        "may_adopt": bool(seat.units) and not any(a.owner_id in seat.units for a in used) and row.owner_id not in seat.units,
        "crumbs": [("做法卡", reverse("practices")), (row.title, "")],
    }  # fmt: skip
    return render(request, "yardsticks/practice.html", context)


@needs(*KEEPERS, Role.LEADER)
def needs_matrix(request: HttpRequest) -> HttpResponse:
    """Needs without a measure by count; measures without a need (S-147)."""
    seat = seat_of(request)
    rows = list(
        Need.objects.filter(committee_id=seat.committee_id).prefetch_related(
            "links__measure__owner"
        )[:100]
    )
    linked = [(n, [x.measure for x in n.links.all()]) for n in rows]
    bare = [n for n, found in linked if not found]
    loose = list(measures(seat).filter(needs__isnull=True).exclude(state="dropped")[:50])
    context = {
        "linked": [x for x in linked if x[1]],
        "bare": bare,
        "loose": loose,
        "keeper": keeps(seat),
    }
    return render(request, "yardsticks/needs.html", context)
