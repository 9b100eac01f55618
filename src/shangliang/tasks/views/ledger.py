"""承诺事项台账 and the page of one promise."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ...actors.models import Actor
from ...journal.kept import kept
from ...procedures.clocks import running
from ...procedures.office_calendar import calendar_of, today
from ...procedures.seat import Role
from ...procedures.verdicts import offers
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..board import who_acts
from ..flow import TASK
from ..lamps import Lamp, lamp_of, way_of
from ..ledger import SHOWS, counts, line, lines, ordered, promises, wanted
from ..models import Effect, Task
from ..queries import visible
from ..rules import rules
from ..sources import named

PAGE = 25
READERS = (
    Role.CLERK,
    Role.SUPERVISOR,
    Role.LEADER,
    Role.MEMBER,
    Role.UNIT_STAFF,
    Role.UNIT_HEAD,
)
# Those who may have assigned one.
FURTHER = (Role.ORGANISER, Role.CONVENOR, Role.EDITOR)


class Filter(forms.Form):
    """What the ledger can be narrowed by."""

    q = forms.CharField(label="事项或依据", required=False)
    unit = forms.TypedChoiceField(label="责任单位", required=False, coerce=int, empty_value=None)
    year = forms.TypedChoiceField(label="承诺到哪年", required=False, coerce=int, empty_value=None)
    show = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, units: list[tuple[int, str]], years: list[int]) -> None:
        super().__init__(data)
        self.fields["unit"].choices = [("", "全部"), *units]  # type: ignore[attr-defined]
        self.fields["year"].choices = [("", "全部")] + [  # type: ignore[attr-defined]
            (y, str(y)) for y in years
        ]


@needs(*READERS)
def ledger(request: HttpRequest) -> HttpResponse:
    """Every promise a seat may see, by tab and filter; all of it stands in the address."""
    seat = seat_of(request)
    rows = promises(seat)
    units, years = kept(seat.committee_id, f"ledger:{seat.person_id}", lambda: choices_of(rows))
    form = Filter(request.GET, units, years)
    form.is_valid()
    chosen = form.cleaned_data
    if unit := chosen.get("unit"):
        rows = rows.filter(owner_id=unit)
    if year := chosen.get("year"):
        rows = rows.filter(Q(due_on__year=year) | Q(first_due_on__year=year))
    if text := (chosen.get("q") or "").strip():
        rows = rows.filter(Q(title__icontains=text) | Q(basis__icontains=text))
    tally = counts(rows, seat.committee_id)
    show = chosen.get("show") or "open"
    show = show if show in SHOWS else "open"
    found = Paginator(ordered(rows.filter(wanted(show, seat.committee_id))), PAGE)
    found.count = tally[show]  # type: ignore[misc]  # counted with the tabs already
    page = found.get_page(request.GET.get("page"))
    keep = request.GET.copy()
    keep.pop("page", None)
    tabs = []
    for name, label in SHOWS.items():
        keep["show"] = name
        tabs.append(
            {
                "label": label,
                "url": f"?{keep.urlencode()}",
                "count": tally[name],
                "current": name == show,
            }
        )
    context = {
        "form": form,
        "show": show,
        "tally": tally,
        "tabs": tabs,
        "page_obj": page,
        "lines": lines(seat, page.object_list),
        "bar": bar(tally),
        "own": bool(seat.units) and not seat.has(Role.CLERK, Role.SUPERVISOR),
    }
    return render(request, "tasks/ledger.html", context)


def choices_of(rows: QuerySet[Task]) -> tuple[list[tuple[int, str]], list[int]]:
    """(units, years) the ledger can be narrowed by."""
    owners = Actor.objects.filter(tasks__in=rows).distinct()
    years = rows.filter(due_on__isnull=False).order_by().dates("due_on", "year")
    return [(u.pk, str(u)) for u in owners], [d.year for d in years]


def bar(tally: dict[str, int]) -> list[dict[str, Any]]:
    """The shape of what is open, as parts of one bar in percent."""
    parts = (
        ("plan", "ok"),
        ("near", "near"),
        ("late", "late"),
        ("undated", "late"),
        ("reported", "mute"),
    )
    total = sum(tally[name] for name, _ in parts)
    out: list[dict[str, Any]] = []
    x = 0.0
    for name, tone in parts:
        if total and tally[name]:
            width = 100 * tally[name] / total
            out.append({"x": f"{x:.2f}", "w": f"{max(width - 0.3, 0.4):.2f}", "tone": tone})
            x += width
    return out


PRIMARY = (
    "accept_task",
    "report_done",
    "verify",
    "grant_contest",
    "grant_more_time",
    "resume_task",
)
# Not shown at all while their condition does not hold: nobody looks for them then.
QUIET = ("divide_task", "grant_more_time", "refuse_more_time")
TONES = {
    "verified": "ok",
    "reported": "self",
    "doing": "act",
    "offered": "near",
    "contested": "near",
}


def standing(task: Task) -> Lamp:
    """How one task stands by the lamps of the rulebook."""
    return lamp_of(
        way_of(task.committee_id),
        calendar_of(task.committee_id),
        today(),
        state=task.state,
        percent=task.percent,
        started_on=task.started_on,
        due_on=task.due_on,
    )


def effects_of(task: Task) -> list[Effect]:
    """What is recorded of its effect, newest first."""
    rows = Effect.objects.filter(
        committee_id=task.committee_id, about_type="task", about_id=task.pk
    )
    return list(rows.order_by("-pk")[:5])


@needs(*READERS, *FURTHER)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """One promise: what was said, what was done, by whom it was looked at; and its verbs."""
    seat = seat_of(request)
    whole = visible(seat).select_related("verified_by", "parent")
    row = get_object_or_404(
        whole.prefetch_related("parts__owner", "requests__unit", "requests__better"), pk=pk
    )
    about = [(row.case_type, row.case_id), (row.source_type, row.source_id)]
    found = named(seat, [*about, ("subject", row.subject_id)])
    shown = line(
        row,
        found.get((row.case_type, row.case_id or 0)),
        found.get((row.source_type, row.source_id or 0)),
    )
    verbs = []
    for offer in offers(TASK, seat, row):
        move = offer.move
        if not offer.verdict.ok and move.verb in QUIET:
            continue
        verbs.append(button(offer, "task", pk, request.path, primary=move.verb in PRIMARY))
    log = list(row.progress.select_related("by", "evidence").order_by("-on", "-id"))
    reasons, levels = rules().delays, {str(x.level): x.label for x in rules().levels}
    for entry in log:
        entry.reason = reasons.get(entry.code, "")  # type: ignore[attr-defined]
        entry.level = levels.get(entry.code, "") if entry.kind == "urged" else ""  # type: ignore[attr-defined]
    asked = next((r for r in row.requests.all() if r.state == "open"), None)
    judged = standing(row)
    effects = effects_of(row)
    context = {
        "task": row,
        "line": shown,
        "lamp": judged,
        "acts": who_acts(row, asked is not None),
        "asked": asked,
        "state_word": TASK.label_of(row.state),
        "state_tone": TONES.get(row.state, ""),
        "parts": [
            {
                "task": part,
                "lamp": standing(part),
                "share": f"{part.weight or 0:.4f}".rstrip("0").rstrip("."),
            }
            for part in sorted(row.parts.all(), key=lambda part: part.pk)
        ],
        "log": log,
        "verbs": verbs,
        "clock": running(row, "promise").first(),
        "urged": row.urged,
        "effects": effects,
        "may_effect": bool(effects)
        or row.owner_id in seat.units
        or seat.has(Role.SUPERVISOR, Role.CLERK),
        "subject": found.get(("subject", row.subject_id or 0)),
    }
    return render(request, "tasks/task.html", context)
