"""Yearly minimums, the two coverages, composition of a term, contact with counties."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...actors.models import Actor, Term, Tie
from ...actors.queries import current_term
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.add_rule import add_rule
from ..actions.answer_county import answer_county
from ..actions.drop_rule import drop_rule
from ..actions.link_up import link_up
from ..actions.set_minimum import set_minimum
from ..actions.take_usual import take_usual
from ..actions.touch_county import touch_county
from ..actions.unlink import unlink
from ..composition import SMALL, by_sector, checked
from ..coverage import coverage_of
from ..forms.rules import CountyTouch, LinkForm, MinimumForm, RuleForm
from ..minimums import minimums
from ..models import Minimum, Touch
from ..people import ALL, OFFICE, READERS
from ..words import EFFORTS, FORMS
from .common import base_of, steps

SHOWN = 60


def number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def does(request: HttpRequest, do: Callable[[], Any], said: str) -> bool:
    """Do it and say so, or say why not."""
    try:
        do()
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    messages.success(request, said)
    return True


@needs(*ALL)
def minimums_page(request: HttpRequest) -> HttpResponse:
    """What a team of each form does at least, with the paper it rests on, and how it was changed."""
    seat = steps(request)
    office = seat.has(*OFFICE)
    form = MinimumForm(request.POST if request.method == "POST" else None) if office else None
    if request.method == "POST":
        if form is None:
            raise PermissionDenied("每年最低任务由提案委或专委会工作人员定。")
        if form.is_valid():
            try:
                set_minimum(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "已定。")
                return redirect("minimums")
    rows = minimums(seat.committee_id, today().year)
    context = {
        "groups": [(FORMS[k], rows[k]) for k in FORMS if rows[k]], "form": form,
        "base": base_of(seat), "year": today().year,
        "changes": [
            {"row": m, "form": FORMS[m.form], "kind": EFFORTS[m.kind]}
            for m in Minimum.objects.filter(committee_id=seat.committee_id)
            .select_related("by").order_by("-id")[:30]
        ],
    }  # fmt: skip
    return render(
        request, "groups/minimums.html", context, status=422 if form and form.errors else 200
    )


@needs(*READERS)
def coverage(request: HttpRequest) -> HttpResponse:
    """两个全覆盖: two numbers, the gaps by name, the links in force."""
    seat = steps(request)
    found = coverage_of(seat.committee_id)
    office = seat.has(*OFFICE)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not office:
        raise PermissionDenied("结对联系由提案委或专委会工作人员登记。")
    if posted is not None and "unlink" in posted:
        does(request, lambda: unlink(seat, number(posted["unlink"])), "已结束这一对。")
        return redirect("coverage")
    form = (
        LinkForm(posted, committee_id=seat.committee_id, open_ones=found.work.gaps)
        if office
        else None
    )
    if posted is not None and form is not None and form.is_valid():
        try:
            link_up(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已登记。")
            return redirect("coverage")
    context = {
        "found": found, "form": form, "shown": SHOWN, "office": office,
        "organisation_gaps": found.organisation.gaps[:SHOWN], "work_gaps": found.work.gaps[:SHOWN],
        "links": found.links[:200],
    }  # fmt: skip
    return render(
        request, "groups/coverage.html", context, status=422 if form and form.errors else 200
    )


@needs(*READERS)
def composition(request: HttpRequest) -> HttpResponse:
    """The rules of a term held against the register, and each sector's make-up."""
    seat = steps(request)
    terms = list(Term.objects.filter(committee_id=seat.committee_id))
    wanted = number(request.GET.get("term", ""))
    term = next((t for t in terms if t.pk == wanted), None) or current_term(seat.committee_id)
    may = seat.has(Role.CLERK)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not may:
        raise PermissionDenied("组成要求由提案委工作人员登记。")
    if posted is not None and "usual" in posted:
        does(request, lambda: take_usual(seat), "已列入，请照本地文件改数和依据。")
        return redirect("composition")
    if posted is not None and "drop" in posted:
        does(request, lambda: drop_rule(seat, number(posted["drop"])), "已去掉。")
        return redirect("composition")
    form = (
        RuleForm(posted, committee_id=seat.committee_id, initial={"percent": "1"}) if may else None
    )
    if posted is not None and form is not None and form.is_valid():
        try:
            add_rule(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已加。")
            return redirect("composition")
    rows = checked(term) if term else []
    context = {
        "term": term, "terms": terms, "rows": rows, "form": form, "small": SMALL,
        "failing": sum(not r.ok for r in rows), "sectors": by_sector(term) if term else [],
        "past": term.is_past(today()) if term else False, "may": may,
    }  # fmt: skip
    return render(
        request, "groups/composition.html", context, status=422 if form and form.errors else 200
    )


@needs(*READERS)
def counties(request: HttpRequest) -> HttpResponse:
    """Each county: who is in charge, when last spoken to, which questions wait (S-071)."""
    seat, day = steps(request), today()
    posted = request.POST if request.method == "POST" else None
    may = seat.has(*OFFICE, Role.LEADER)
    if posted is not None and not may:
        raise PermissionDenied("联系县级政协由领导和工作人员记。")
    if posted is not None and "answer" in posted:
        pk, text = number(posted.get("question", "")), posted["answer"]
        does(request, lambda: answer_county(seat, pk, answer=text), "已答复。")
        return redirect("county-contacts")
    places = list(
        Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.COUNTY, active=True)
        .annotate(last=Max("touched__on", filter=Q(touched__committee_id=seat.committee_id)))
    )  # fmt: skip
    form = CountyTouch(posted, counties=[(p.pk, str(p)) for p in places]) if may else None
    if posted is not None and form is not None and form.is_valid():
        try:
            touch_county(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已记。")
            return redirect("county-contacts")
    charge: dict[int, list[str]] = {}
    for whom, name in (
        Tie.objects.filter(
            committee_id=seat.committee_id, whom__in=places,
            kind__in=(Tie.Kind.IN_CHARGE, Tie.Kind.CONTACTS),
        ).on(day).values_list("whom_id", "who__name")
    ):  # fmt: skip
        charge.setdefault(whom, []).append(name)
    asked = list(
        Touch.objects.filter(committee_id=seat.committee_id, whom__in=places)
        .exclude(note="").select_related("by").order_by("-on", "-id")[:60]
    )  # fmt: skip
    for place in places:
        last: date | None = place.last
        place.leaders = charge.get(place.pk, [])  # type: ignore[attr-defined]
        place.days = (day - last).days if last else None  # type: ignore[attr-defined]
        place.open = [t for t in asked if t.whom_id == place.pk and t.open_question]  # type: ignore[attr-defined]
        place.notes = [t for t in asked if t.whom_id == place.pk and not t.open_question][:2]  # type: ignore[attr-defined]
    places.sort(key=lambda p: (-(p.days if p.days is not None else 10**6), p.stroke_key))  # type: ignore[attr-defined]
    context = {"rows": places, "form": form, "may": may, "silent": 180}
    return render(
        request, "groups/counties.html", context, status=422 if form and form.errors else 200
    )
