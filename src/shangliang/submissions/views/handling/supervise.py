"""督办: one page a leader can print, lists behind every number, urging in bulk."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import F, Min, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ....actors.models import Actor
from ....journal.kept import kept
from ....procedures.seat import Role
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.urge import urge
from ...handling import supervision as sup
from ...models import Assignment
from .unit import Counted, back, search

PAGE, SHORT, MOST = 50, 6, 60
OFFICE = (Role.SUPERVISOR, Role.CLERK, Role.LEADER)


class Filter(forms.Form):
    """What a list can be narrowed by."""

    q = forms.CharField(label="案号或案由", required=False)
    unit = forms.TypedChoiceField(label="单位", required=False, coerce=int, empty_value=None)
    session = forms.TypedChoiceField(label="届次", required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, sessions: list[Any], committee_id: int) -> None:
        super().__init__(data)
        self.fields["list"] = forms.CharField(widget=forms.HiddenInput, required=False)
        units = Actor.objects.filter(committee_id=committee_id, kind=Actor.Kind.UNIT)
        self.fields["unit"].choices = [("", "全部")] + [  # type: ignore[attr-defined]
            (pk, short or name) for pk, name, short in units.values_list("pk", "name", "short")
        ]
        self.fields["session"].choices = [("", "全部")] + [  # type: ignore[attr-defined]
            (s.pk, str(s)) for s in sessions
        ]


@needs(*OFFICE)
def board(request: HttpRequest) -> HttpResponse:
    """The overview, or one list of it."""
    which = request.GET.get("list", "")
    return listing(request, which) if which in sup.LISTS else overview(request)


def overview(request: HttpRequest) -> HttpResponse:
    """Late first; what waits for the office; by unit, every number opening its list."""
    seat = seat_of(request)
    sessions = sup.sessions(seat.committee_id)
    chosen = one_of(request.GET.get("session"), [s.pk for s in sessions])
    # The whole archive is counted once an event, not once a look.
    shown = kept(
        seat.committee_id, f"board:{seat.person_id}:{chosen}", lambda: sup.board(seat, chosen)
    )
    found = sup.waiting_rows(seat, chosen, MOST)
    full = sum(map(len, found.values())) >= MOST
    blocks = [block(name, rows, full) for name, rows in found.items()]
    unhappy = sup.dissatisfied(seat, chosen).order_by("replied_at")
    blocks.append(block("dissatisfied", sup.unhappy_lines(seat, unhappy[: SHORT + 1]), False))
    context = {
        "board": shown,
        "blocks": blocks,
        "waiting": sum(b["n"] for b in blocks),
        "more_waiting": any(b["more"] for b in blocks),
        "sessions": sessions,
        "chosen": chosen,
        "scope": f"&session={chosen}" if chosen else "",
        "acts": seat.has(Role.SUPERVISOR),
        "office": seat.has(Role.SUPERVISOR, Role.CLERK),
        "heads": ["sign", "open", "near", "late", "paused", "done"],
        "labels": sup.LISTS,
    }
    return render(request, "submissions/handling/supervise.html", context)


def block(name: str, found: list[sup.Row], full: bool) -> dict[str, Any]:
    """A short list of the overview: some rows, and whether there are more."""
    return {
        "name": name,
        "label": sup.LISTS[name],
        "rows": found[:SHORT],
        "n": len(found),
        "more": len(found) > SHORT or (full and bool(found)),
    }


def one_of(value: str | None, known: list[int]) -> int | None:
    """A number of the list, or nothing."""
    return int(value) if value and value.isdecimal() and int(value) in known else None


def listing(request: HttpRequest, which: str) -> HttpResponse:
    """One list with its filters; its address is what one sends to a colleague."""
    seat = seat_of(request)
    form = Filter(request.GET, sup.sessions(seat.committee_id), seat.committee_id)
    form.is_valid()
    chosen = form.cleaned_data
    session = chosen.get("session")
    if which == "dissatisfied":
        cases = sup.dissatisfied(seat, session).order_by("replied_at", "pk")
        if chosen.get("unit"):
            cases = cases.filter(assignments__unit_id=chosen["unit"]).distinct()
        if text := chosen.get("q"):
            cases = cases.filter(title__icontains=text.strip())
        page = Counted(cases, PAGE, None).get_page(request.GET.get("page"))
        rows = sup.unhappy_lines(seat, page.object_list)
    else:
        duties = sup.duties(seat, session).filter(sup.wanted(which, seat.committee_id))
        if chosen.get("unit"):
            duties = duties.filter(unit_id=chosen["unit"])
        if text := chosen.get("q"):
            duties = duties.filter(search(text))
        duties = soonest(duties)
        page = Counted(duties, PAGE, None).get_page(request.GET.get("page"))
        rows = sup.lines(seat, page.object_list, which)
    urgeable = which in ("late", "near", "sign", "open") and seat.has(Role.SUPERVISOR, Role.CLERK)
    context = {
        "which": which,
        "label": sup.LISTS[which],
        "form": form,
        "page_obj": page,
        "rows": rows,
        "urgeable": urgeable,
        "acts": seat.has(Role.SUPERVISOR),
        "office": seat.has(Role.SUPERVISOR, Role.CLERK),
        "tabs": [
            {"label": label, "url": f"?list={name}", "count": None, "current": name == which}
            for name, label in sup.LISTS.items()
        ],
    }
    return render(request, "submissions/handling/supervise_list.html", context)


def soonest(rows: Any) -> Any:
    """By the nearest limit; what has none comes last."""
    due = sup.clock_of_row().order_by().values("about_id").annotate(d=Min("due_on")).values("d")
    return rows.annotate(due=Subquery(due)).order_by(F("due").asc(nulls_last=True), "pk")


@require_POST
@needs(Role.SUPERVISOR, Role.CLERK)
def urge_many(request: HttpRequest) -> HttpResponse:
    """催办 of the ticked duties, proposal by proposal, each an event of its own."""
    seat = seat_of(request)
    ticked = [int(v) for v in request.POST.getlist("selected") if v.isdecimal() and len(v) < 19]
    note = request.POST.get("note", "").strip()
    found = Assignment.objects.filter(committee_id=seat.committee_id, pk__in=ticked[:500])
    by_case: dict[int, list[int]] = {}
    for case, unit in found.values_list("submission_id", "unit_id"):
        by_case.setdefault(case, []).append(unit)
    done, refused = 0, []
    for case, units in by_case.items():
        try:
            urge(seat, case, units=units, note=note)
        except Refused as said:
            refused.append(str(said))
        else:
            done += len(units)
    if not by_case:
        messages.warning(request, "还没有勾选。请先勾选要催办的。")
    if done:
        messages.success(request, f"已催办 {done} 个单位次，单位会收到")
    for reason in dict.fromkeys(refused):
        messages.error(request, f"{refused.count(reason)} 件没有催：{reason}")
    return redirect(back(request, "supervise"))
