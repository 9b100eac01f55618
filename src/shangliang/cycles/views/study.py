"""集中研讨: campaigns, sheets, the synthesis of what units found, a sheet as a speech's outline."""

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...documents.queries import intakes
from ...documents.readings.propose import bare
from ...documents.readings.units import units_of
from ...engines.papers.official import to_docx
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..actions.add_entry import add_entry
from ..actions.close_campaign import close_campaign
from ..actions.drop_entry import drop_entry
from ..actions.open_campaign import open_campaign
from ..actions.record_result import record_result
from ..actions.sheet_from_speech import sheet_from_speech
from ..flow.who import ALL, DESK, READERS
from ..forms.pages import CampaignForm, EntryForm, SheetForm
from ..models import Campaign, SheetEntry, StudySheet
from ..papers import sheet_paper
from ..queries import campaigns, sheets

# Two units said the same when their words are this like.
LIKE = 0.62


@dataclass
class Common:
    """What several units said alike under one step."""

    text: str
    units: list[str] = field(default_factory=list)


@needs(*ALL)
def campaign_list(request: HttpRequest) -> HttpResponse:
    """The campaigns; the desk opens one here."""
    seat = seat_of(request)
    form = CampaignForm(request.POST or None, seat=seat) if seat.has(*DESK) else None
    status = 200
    if request.method == "POST":
        status = 422 if form else 403
        if form and form.is_valid():
            try:
                row = open_campaign(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"已开展：{row}")
                return redirect("campaign", row.pk)
    context = {"rows": list(campaigns(seat)[:100]), "form": form, "mine": list(sheets(seat).filter(unit_id__in=seat.units))}  # fmt: skip
    return render(request, "cycles/campaigns.html", context, status=status)


@needs(*ALL)
def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sheets with what they lack, and what units found in common (S-094)."""
    seat = seat_of(request)
    row = get_object_or_404(campaigns(seat), pk=pk)
    if request.method == "POST":
        try:
            close_campaign(seat, pk)
            messages.success(request, "研讨已结束，表只看不改。")
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("campaign", pk)
    shown = list(sheets(seat).filter(campaign=row))
    entries = SheetEntry.objects.filter(
        committee_id=seat.committee_id, sheet__in=[s.pk for s in shown]
    ).select_related("sheet__unit")
    by_sheet: dict[int, list[SheetEntry]] = defaultdict(list)
    for entry in entries:
        by_sheet[entry.sheet_id].append(entry)
    lines = [(sheet, lacks(row, by_sheet[sheet.pk]), len(by_sheet[sheet.pk])) for sheet in shown]
    context = {
        "row": row,
        "lines": lines,
        "synthesis": synthesis(row, list(entries)) if seat.has(*READERS) else [],
        "desk": seat.has(*DESK),
        "review_due": row.review_on is not None and row.review_on <= today(),
    }
    return render(request, "cycles/campaign.html", context)


def lacks(row: Campaign, entries: list[SheetEntry]) -> dict[str, Any]:
    """What a sheet still lacks: empty steps, gaps without a measure, measures late for a result."""
    kinds = [step["kind"] for step in row.steps]
    answered = {e.answers_id for e in entries if e.answers_id}
    gaps = [e for e in entries if kinds[e.step] == "gap"]
    measures = [e for e in entries if kinds[e.step] == "measure"]
    return {
        "empty": [
            s["name"] for n, s in enumerate(row.steps) if not any(e.step == n for e in entries)
        ],
        "open_gaps": [e for e in gaps if e.pk not in answered],
        "gaps": len(gaps),
        "measures": len(measures),
        "results": sum(bool(e.result) for e in measures),
        "late": [e for e in measures if not e.result and e.due_on and e.due_on < today()],
    }


def synthesis(row: Campaign, entries: list[SheetEntry]) -> list[tuple[str, list[Common]]]:
    """By step, what was said alike by how many units; the most said first. At most 300 lines each."""
    out = []
    for number, step in enumerate(row.steps):
        groups: list[tuple[str, Common]] = []
        for entry in [e for e in entries if e.step == number][:300]:
            words, unit = bare(entry.text), str(entry.sheet.unit)
            for other, common in groups:
                same = SequenceMatcher(None, words, other, autojunk=False)
                if words == other or (same.quick_ratio() > LIKE and same.ratio() > LIKE):
                    if unit not in common.units:
                        common.units.append(unit)
                    break
            else:
                groups.append((words, Common(entry.text, [unit])))
        found = sorted((c for _, c in groups), key=lambda c: -len(c.units))
        out.append((str(step["name"]), found[:20]))
    return out


@needs(*ALL)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit's sheet. POST: a line, a result, a line taken out."""
    seat = seat_of(request)
    row = get_object_or_404(sheets(seat), pk=pk)
    steps = row.campaign.steps
    entries = list(row.entries.select_related("answers"))
    gaps = [(e.pk, e.text[:60]) for e in entries if steps[e.step]["kind"] == "gap"]
    verb = request.POST.get("verb", "")
    form = EntryForm(
        request.POST if verb == "add" else None,
        [(n, s["name"]) for n, s in enumerate(steps)],
        gaps,
    )
    problem = ""
    if request.method == "POST":
        one = request.POST.get("entry", "")
        entry = int(one) if one.isdecimal() and len(one) < 15 else 0
        try:
            if verb == "add" and form.is_valid():
                add_entry(seat, pk, **form.cleaned_data)
                return redirect("study-sheet", pk)
            if verb == "result":
                record_result(seat, entry, result=request.POST.get("result", "")[:300])
                return redirect("study-sheet", pk)
            if verb == "drop":
                drop_entry(seat, entry)
                return redirect("study-sheet", pk)
        except Refused as refused:
            problem = str(refused)
    may = not row.campaign.closed and (row.unit_id in seat.units or seat.has(*DESK))
    said = lacks(row.campaign, entries)
    context = {
        "sheet": row,
        "steps": [(step, [e for e in entries if e.step == n]) for n, step in enumerate(steps)],
        "lacks": said,
        "open_gaps": {e.pk for e in said["open_gaps"]},
        "form": form if may else None,
        "may": may,
        "problem": problem,
        "today": today(),
    }
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "cycles/sheet.html", context, status=status)


@require_safe
@needs(*ALL)
def sheet_docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet as an outline to speak from."""
    seat = seat_of(request)
    row = get_object_or_404(sheets(seat), pk=pk)
    made = to_docx(sheet_paper(row), template_of(seat.committee_id, "report"))
    return attachment(made, WORD, f"{row.unit}研讨发言提纲.docx")


@needs(*DESK)
def sheet_from(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a sheet from a speech that was read: its clauses under the steps they stand in."""
    seat = seat_of(request)
    text = get_object_or_404(intakes(seat), pk=pk)
    open_ones = [(c.pk, c.title) for c in campaigns(seat).filter(closed=False)[:50]]
    parts = [(p.number, f"第 {p.number} 篇 {p.title[:40]}") for p in text.parts.all()]
    form = SheetForm(
        request.POST or None, open_ones, list(units_of(seat.committee_id).labels.items()), parts
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made: StudySheet = sheet_from_speech(seat, intake=pk, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "表造好了。没有的步骤空着，没有举措的差距标了出来。")
                return redirect("study-sheet", made.pk)
    context = {"form": form, "title": "由发言造一张研讨表", "back": "campaigns", "submit": "造表",
               "note": f"《{text.title}》里已采纳的条目，按步骤填进表里。"}  # fmt: skip
    return render(request, "cycles/form.html", context, status=status)
