"""我的履职: the record in four blocks, confirming, contesting, reporting, the statement."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ...actors.queries import members, own
from ...journal.kept import kept
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.confirm_record import confirm_record
from ..actions.end_exemption import end_exemption
from ..actions.exempt_person import exempt_person
from ..actions.open_contest import open_contest
from ..actions.report_deed import report_deed
from ..actions.save_statement import save_statement
from ..blocks import records
from ..facts import exempt as exempt_spans
from ..facts import facts_of, gather
from ..flow import CONTEST, DEED
from ..forms.record import Exempt, OpenContest, ReportDeed, WriteStatement
from ..ledger import in_force, totals
from ..models import Statement
from ..points import KEEPERS
from ..queries import OFFICE, READERS, contests, deeds, may_read
from ..year import build

PAGE = 25


def base_of(request: HttpRequest) -> str:
    seat = seat_of(request)
    return "base_phone.html" if seat.has(Role.MEMBER) and not seat.has(*READERS) else "base.html"


def person_of(request: HttpRequest, pk: int, year: int) -> Any:
    """A person whose record this seat may read."""
    seat = seat_of(request)
    who = own(seat.committee_id, pk)
    if who is None or who.kind != "person" or not 1990 < year <= today().year:
        raise Http404
    if not may_read(seat, pk):
        raise PermissionDenied("履职记录只有本人、工作人员和政协领导可以看。")
    return who


@needs(Role.MEMBER)
def mine(request: HttpRequest) -> HttpResponse:
    """One's own, this year."""
    return redirect("record", pk=seat_of(request).person_id, year=today().year)


@needs()
def record(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Four blocks with last year beside them; then points, words, contests."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    who = person_of(request, pk, year)
    seat = seat_of(request)
    found = build(seat, pk, year)
    for row in found.contests:
        row.state_label = CONTEST.label_of(row.state)  # type: ignore[attr-defined]
    waiting = list(deeds(seat).filter(person_id=pk, on__year=year).exclude(state="confirmed")[:20])
    for deed in waiting:
        deed.state_label = DEED.label_of(deed.state)  # type: ignore[attr-defined]
    years = list(range(today().year, today().year - 4, -1))
    tabs = [
        {
            "label": f"{y} 年",
            "url": reverse("record", args=[pk, y]),
            "count": None,
            "current": y == year,
        }
        for y in years
    ]
    context = {
        "base": base_of(request),
        "who": who,
        "y": found,
        "year": year,
        "tabs": tabs,
        "mine": seat.person_id == pk and seat.has(Role.MEMBER),
        "office": seat.has(*OFFICE),
        "waiting": waiting,
        "keeper": seat.has(*KEEPERS) and seat.person_id != pk,
        "exemptions": exempt_spans(seat.committee_id, year, [pk]).get(pk, []),
    }
    return render(request, "deeds/record.html", context)


@require_POST
@needs(Role.MEMBER)
def confirm(request: HttpRequest, year: int) -> HttpResponse:
    """One's own record, as it stands."""
    if not 1990 < year <= today().year:
        raise Http404
    confirm_record(seat_of(request), year=year)
    messages.success(request, "已确认；以后有更正，会把两个数都列出来")
    return redirect("record", pk=seat_of(request).person_id, year=year)


@needs(Role.MEMBER)
def contest(request: HttpRequest, year: int) -> HttpResponse:
    """A word against a line: which one comes by the address, what it said is shown."""
    if not 1990 < year <= today().year:
        raise Http404
    about = request.GET.get("about", request.POST.get("about", ""))[:60]
    kind, _, number = about.partition(":")
    about_id = int(number) if number.isascii() and number.isdecimal() and len(number) < 16 else None
    shown = request.GET.get("shown", request.POST.get("shown", ""))[:300]
    form = OpenContest(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            open_contest(
                seat_of(request),
                year=year,
                text=form.cleaned_data["text"],
                shown=shown,
                about_type=kind if about_id else "",
                about_id=about_id,
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已提出，答复会告诉您；在答复以前它和这一条放在一起")
            return redirect("record", pk=seat_of(request).person_id, year=year)
    context = {
        "base": base_of(request),
        "form": form,
        "shown": shown,
        "about": about,
        "title": "提异议",
        "submit": "提出",
    }
    return render(request, "deeds/form.html", context, status=422 if form.errors else 200)


@needs(Role.MEMBER)
def report(request: HttpRequest) -> HttpResponse:
    """What no room has a row for."""
    form = ReportDeed(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = report_deed(seat_of(request), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已报：{row}，核实后计入")
            return redirect("record", pk=row.person_id, year=row.on.year)
    context = {"base": base_of(request), "form": form, "title": "自报一件", "submit": "报给办公室"}
    return render(request, "deeds/form.html", context, status=422 if form.errors else 200)


@needs(*KEEPERS)
def exempt(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """What is missed inside a time counts for nothing; the points follow at the next settlement."""
    who = person_of(request, pk, year)
    form = Exempt(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            exempt_person(seat_of(request), person=pk, year=year, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已记免评：{who.name}，结算后积分才变")
            return redirect("record", pk=pk, year=year)
    context = {"base": "base.html", "form": form, "title": f"{who.name} 记免评", "submit": "记下"}
    return render(request, "deeds/form.html", context, status=422 if form.errors else 200)


@require_POST
@needs(*KEEPERS)
def unexempt(request: HttpRequest, pk: int) -> HttpResponse:
    """Entered wrongly."""
    try:
        person, year = end_exemption(seat_of(request), exemption=pk)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("deeds-people")
    messages.success(request, "已撤销免评，结算后积分才变")
    return redirect("record", pk=person, year=year)


@needs(Role.MEMBER)
def statement(request: HttpRequest, year: int) -> HttpResponse:
    """述职: saved as often as one likes, handed in once."""
    if not 1990 < year <= today().year:
        raise Http404
    seat = seat_of(request)
    row = Statement.objects.filter(
        committee_id=seat.committee_id, person_id=seat.person_id, year=year
    ).first()
    form = WriteStatement(request.POST or None, initial={"text": row.text if row else ""})
    if request.method == "POST" and form.is_valid():
        hand_in = request.POST.get("act") == "hand_in"
        try:
            save_statement(seat, year=year, text=form.cleaned_data["text"], hand_in=hand_in)
        except Refused as refused:
            if hand_in and not (row and row.handed_at):
                save_statement(seat, year=year, text=form.cleaned_data["text"])
            form.add_error(None, str(refused))
        else:
            messages.success(request, "述职已提交" if hand_in else "已存")
            return redirect("record", pk=seat.person_id, year=year)
    facts = records(facts_of(seat.committee_id, year, seat.person_id), year, [seat.person_id])
    context = {
        "base": base_of(request),
        "form": form,
        "row": row,
        "year": year,
        "record": facts[seat.person_id],
    }
    return render(request, "deeds/statement.html", context, status=422 if form.errors else 200)


@needs(*READERS)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody in stroke order: counts of the four blocks. No ranking unless the method says so."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() and len(given) == 4 else today().year
    year = min(max(year, 1991), today().year)
    page = Paginator(members(seat), PAGE).get_page(request.GET.get("page"))
    ids = [p.pk for p in page.object_list]
    found = kept(
        seat.committee_id,
        f"people:{year}:{ids[:1]}:{ids[-1:]}:{len(ids)}".replace(" ", ""),
        lambda: records(gather(seat.committee_id, year, ids), year, ids),
    )
    sums = totals(seat.committee_id, year, ids)
    for row in page.object_list:
        row.record, row.points = found[row.pk], sums[row.pk]  # type: ignore[attr-defined]
    context = {
        "page_obj": page,
        "year": year,
        "table": in_force(seat.committee_id, year),
        "tabs": [
            {"label": f"{y} 年", "url": f"?year={y}", "count": None, "current": y == year}
            for y in range(today().year, today().year - 4, -1)
        ],
        "contests": contests(seat).filter(state="open").count(),
    }
    return render(request, "deeds/people.html", context)


@needs(*READERS)
def desk(request: HttpRequest) -> HttpResponse:
    """What waits: contests to answer, deeds to confirm."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    may = seat.has(Role.CLERK, Role.ORGANISER)
    context = {
        "contests": list(contests(seat).filter(state="open").order_by("id")[:50]),
        "deeds": list(deeds(seat).filter(state="reported").order_by("id")[:50]),
        "may": may,
    }
    return render(request, "deeds/desk.html", context)
