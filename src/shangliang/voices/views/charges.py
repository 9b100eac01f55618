"""包联: a leader's page, one charge with visits, sheets, milestones and lines."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ...actors.models import Actor, Tie
from ...engines.papers.official import to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused, refuse
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..actions.add_charge import add_charge
from ..actions.agree_plan import agree_plan
from ..actions.end_charge import end_charge
from ..actions.keep_health import keep_health
from ..actions.note_visit import note_visit
from ..actions.record_consent import record_consent
from ..actions.set_line import set_line
from ..actions.set_milestone import set_milestone
from ..actions.set_plan import set_plan
from ..actions.withdraw_sheet import withdraw_sheet
from ..charge import OFFICE
from ..charging import problems_of, rows_of
from ..models import Charge, TownshipLine, VisitPhoto
from ..plan_paper import plan_of
from ..queries import charges
from .surveys import day_of

WHO = (Role.LEADER, Role.ORGANISER, Role.SUPERVISOR)


def number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 12 else None


def leaders_of(committee_id: int) -> list[Actor]:
    """People of the committee's leading posts."""
    ties = Tie.objects.filter(
        committee_id=committee_id,
        kind=Tie.Kind.OFFICE,
        title__in=("主席", "副主席", "秘书长", "副秘书长"),
    ).on(today())
    return list(Actor.objects.filter(pk__in=ties.values("who_id"), committee_id=committee_id))


@require_http_methods(["GET", "POST"])
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """One's charges (a leader) or everybody's (the office), the visit due first on top."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        p = request.POST
        try:
            row = add_charge(
                seat, kind=p.get("kind", ""), leader=number(p.get("leader", "")) or 0,
                name=p.get("name", ""), start=day_of(p.get("start", "")),
                every_days=number(p.get("every_days", "90")) or 90, basis=p.get("basis", ""),
            )  # fmt: skip
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("charge-page", pk=row.pk)
    rows = rows_of(seat)
    office = seat.has(*OFFICE)
    context = {
        "rows": rows, "office": office, "problem": problem, "v": request.POST,
        "leaders": leaders_of(seat.committee_id) if office else [], "kinds": Charge.Kind.choices,
        "late": sum(r.light.late for r in rows), "stuck": sum(len(r.stuck) for r in rows),
    }  # fmt: skip
    return render(request, "voices/charges.html", context, status=409 if problem else 200)


def own(seat: Seat, pk: int) -> Charge:
    return get_object_or_404(charges(seat).select_related("leader", "firm"), pk=pk)


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of one charge."""
    return draw(request, own(seat_of(request), pk))


def draw(request: HttpRequest, charge: Charge, problem: str = "") -> HttpResponse:
    seat, day = seat_of(request), today()
    stones = list(charge.milestones.select_related("obstacle_owner"))
    for stone in stones:
        stone.late_days = (day - stone.planned_on).days if stone.done_on is None else 0  # type: ignore[attr-defined]
    lines = list(charge.lines.all())
    for line in lines:
        known = line.plan and line.done is not None
        line.share = round(100 * line.done / line.plan) if known else None  # type: ignore
    context = {
        "charge": charge,
        "visits": list(charge.visits.select_related("by").prefetch_related("photos")[:30]),
        "plan": list(charge.plan.select_related("unit")),
        "health": list(charge.health.all()[:12]),
        "consents": bool(charge.consent_until and charge.consent_until >= day),
        "stones": stones,
        "lines": lines,
        "line_kinds": TownshipLine.Kind.choices,
        "problems": problems_of(seat, charge),
        "units": list(
            Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT, active=True)
        ),
        "problem": problem,
        "v": request.POST,
        "office": seat.has(*OFFICE),
        "today": day,
    }
    return render(request, "voices/charge.html", context, status=409 if problem else 200)


@require_POST
@needs(*WHO)
def do(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One act on the charge; what is wrong is said on its page with everything typed still there."""
    seat, p = seat_of(request), request.POST
    charge = own(seat, pk)
    if name not in ACTS and name != "visit":
        raise Http404
    try:
        if name == "visit":
            visit(seat, charge.pk, p, request.FILES.getlist("photos"))
        else:
            ACTS[name](seat, charge.pk, p)
    except Refused as refused:
        return draw(request, charge, str(refused))
    messages.success(request, "已记下。")
    return redirect("charge-page", pk=pk)


def needed_day(text: str, words: str) -> Any:
    if (day := day_of(text)) is None:
        raise refuse(f"请写{words}。")
    return day


def visit(seat: Seat, pk: int, p: Any, photos: Any) -> None:
    note_visit(
        seat,
        charge=pk,
        on=needed_day(p.get("on", ""), "走访日期"),
        note=p.get("note", ""),
        way=p.get("way", ""),
        photos=photos,
    )


def consent(seat: Seat, pk: int, p: Any) -> None:
    until = needed_day(p.get("until", ""), "同意到哪天")
    record_consent(seat, charge=pk, purpose=p.get("purpose", ""), until=until)


def unconsent(seat: Seat, pk: int, p: Any) -> None:
    withdraw_sheet(seat, charge=pk)


def health(seat: Seat, pk: int, p: Any) -> None:
    month = needed_day(f"{p.get('month', '')}-01", "月份")
    keep_health(
        seat, charge=pk, month=month, work=p.get("work", ""), staff=p.get("staff", ""),
        orders=p.get("orders", ""), cash=p.get("cash", ""),
    )  # fmt: skip


def milestone(seat: Seat, pk: int, p: Any) -> None:
    set_milestone(
        seat, charge=pk, milestone=number(p.get("milestone", "")), title=p.get("title", ""),
        planned_on=day_of(p.get("planned_on", "")), done_on=day_of(p.get("done_on", "")),
        obstacle=p.get("obstacle", ""), owner=number(p.get("owner", "")),
    )  # fmt: skip


def line(seat: Seat, pk: int, p: Any) -> None:
    set_line(
        seat, charge=pk, kind=p.get("kind", ""), title=p.get("title", ""), source=p.get("source", ""),
        on=day_of(p.get("on", "")) or today(), plan=p.get("plan", ""), done=p.get("done", ""),
        unit=p.get("unit", ""),
    )  # fmt: skip


def plan(seat: Seat, pk: int, p: Any) -> None:
    set_plan(
        seat, charge=pk, what=p.get("what", ""), ours=p.get("ours", ""), theirs=p.get("theirs", ""),
        due_on=needed_day(p.get("due_on", ""), "时限"), unit=number(p.get("unit", "")),
        done_on=day_of(p.get("done_on", "")), result=p.get("result", ""),
    )  # fmt: skip


def agree(seat: Seat, pk: int, p: Any) -> None:
    on = needed_day(p.get("on", ""), "商定的日期")
    agree_plan(seat, charge=pk, on=on, whom=p.get("whom", ""))


def end(seat: Seat, pk: int, p: Any) -> None:
    if not seat.has(*OFFICE):
        raise refuse("只有专委会或督办人员可以结束包联。", "who")
    end_charge(seat, charge=pk)


ACTS = {"consent": consent, "unconsent": unconsent, "health": health,
        "milestone": milestone, "line": line, "plan": plan, "agree": agree, "end": end}  # fmt: skip


@require_safe
@needs(*WHO)  # type: ignore[arg-type]  # a picture is streamed
def photo(request: HttpRequest, pk: int, photo: int) -> HttpResponseBase:
    """A picture of a visit, for those who see the charge."""
    charge = own(seat_of(request), pk)
    found = get_object_or_404(VisitPhoto, visit__charge_of=charge, pk=photo)
    answer = FileResponse(found.file.open("rb"), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


@require_safe
@needs(*WHO)
def paper(request: HttpRequest, pk: int, ext: str) -> HttpResponse:
    """The joint plan as Word and PDF."""
    seat = seat_of(request)
    charge = own(seat, pk)
    if charge.kind != Charge.Kind.TOWNSHIP or ext not in ("docx", "pdf"):
        raise Http404
    content, name = plan_of(charge, seat.committee_name), f"{charge.name}共同帮扶计划.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    return attachment(to_docx(content), DOCX, name)
