"""履职集体: the register, one's own, one page, members in none, sectors and their conveners."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, Count, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ...actors.models import Tie
from ...actors.views.filling import fill
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.add_team import add_team
from ..actions.take_in import take_in
from ..agenda import FORMS as LEADS
from ..agenda import agenda, open_advice
from ..composition import SMALL
from ..counting import IDLE_DAYS, years_of
from ..flow import TEAM
from ..forms.team import Register
from ..joining import can_join
from ..models import Effort, Listed, Shift, Team
from ..people import ALL, OFFICE, READERS, belongs, delegates, people_of, runs
from ..queries import my_teams, shifts, teams
from ..touching import SILENT, last_touched
from ..venues import last_used
from ..words import FORMS, ROTA_FORMS, TIE_OF, VENUE_FORMS
from .common import base_of, buttons, steps, story

PAGE = 50


def year_asked(request: HttpRequest) -> int:
    """``?year=``, else this one."""
    given = request.GET.get("year", "")
    return (
        int(given)
        if given.isascii() and given.isdecimal() and 2000 <= int(given) < 2200
        else today().year
    )


def dress(rows: list[Team], year: int) -> list[Team]:
    """Hang heads, head counts and the year on each row."""
    people, years = people_of(rows), years_of(rows, year)
    for row in rows:
        row.people = people[row.pk]  # type: ignore[attr-defined]
        row.heads = [p for p in people[row.pk] if p.head]  # type: ignore[attr-defined]
        row.year = years[row.pk]  # type: ignore[attr-defined]
    return rows


@require_safe
@needs(*ALL)
def register(request: HttpRequest) -> HttpResponse:
    """By form; idle ones and those short of the year's least are marked."""
    seat = steps(request)
    every = teams(seat)
    form = request.GET.get("form", "")
    form = form if form in FORMS else ""
    counts = dict(
        every.filter(state="running").order_by().values_list("form").annotate(n=Count("pk"))
    )
    place = Case(*(When(form=k, then=n) for n, k in enumerate(FORMS)), default=99)
    rows = every.filter(state="running").order_by(place, "body__stroke_key", "pk")
    if form:
        rows = rows.filter(form=form)
    if words := request.GET.get("q", "").strip()[:60]:
        rows = rows.filter(
            Q(body__name__icontains=words) | Q(place__icontains=words) | Q(serves__icontains=words)
        )
    paged = Paginator(rows, PAGE)
    if not words:  # the tabs have counted them already
        paged.count = counts.get(form, 0) if form else sum(counts.values())
    page = paged.get_page(request.GET.get("page"))
    year = year_asked(request)
    tabs = [{"label": "全部", "url": "?", "count": sum(counts.values()), "current": not form}]
    tabs += [
        {"label": FORMS[k], "url": f"?form={k}", "count": counts[k], "current": form == k}
        for k in FORMS
        if k in counts
    ]
    found = dress(list(page.object_list), year)
    places = last_used([r for r in found if r.form in VENUE_FORMS])
    for row in found:
        on = places.get(row.pk)
        row.idle = row.form in VENUE_FORMS and (  # type: ignore[attr-defined]
            on is None or (today() - on).days > IDLE_DAYS
        )
    context = {
        "base": base_of(seat), "tabs": tabs, "page_obj": page, "rows": found, "year": year,
        "form": form, "q": words, "office": seat.has(*OFFICE), "desk": seat.has(*READERS),
        "short": sum(bool(r.year.missing) for r in found),  # type: ignore[attr-defined]
        "idle": sum(r.idle for r in found),  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "groups/teams.html", context)


@require_safe
@needs(*ALL)
def mine(request: HttpRequest) -> HttpResponse:
    """On the phone: my teams, my days on duty, what I am asked, what I may join, my consents."""
    seat = steps(request)
    rows = dress(list(my_teams(seat)), today().year)
    coming = list(
        shifts(seat)
        .filter(day__gte=today(), state__in=("planned", "asked"))
        .filter(Q(person_id=seat.person_id) | Q(stand_in_id=seat.person_id))
        .order_by("day", "begins")[:12]
    )
    consents = list(
        Listed.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id).exclude(
            state="gone"
        )
    )
    for row in rows:
        row.me_head = any(p.pk == seat.person_id for p in row.heads)  # type: ignore[attr-defined]
    context = {
        "base": base_of(seat), "rows": rows, "coming": coming, "consents": consents,
        "join": can_join(seat, consents), "me": seat.person_id, "today": today(),
        "in_pool": any(c.kind == "member" for c in consents),
        "contacts": Listed.objects.filter(
            committee_id=seat.committee_id, keeper_id=seat.person_id, kind="contact", state="in"
        ).count(),
    }  # fmt: skip
    return render(request, "groups/mine.html", context)


@needs(*OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    """登记一个."""
    seat = steps(request)
    form = Register(
        request.POST if request.method == "POST" else None,
        committee_id=seat.committee_id, initial={"form": request.GET.get("form", "group")},
    )  # fmt: skip
    return fill(
        request, form, lambda **data: add_team(seat, **data), title="登记履职集体", submit="登记",
        back=reverse("teams"), said="已登记。接着加成员、列计划。",
        crumbs=[("队伍", reverse("teams")), ("登记", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html",
    )  # fmt: skip


@require_POST
@needs(*OFFICE)
def take_in_all(request: HttpRequest) -> HttpResponse:
    """Bodies of the register that are not listed yet."""
    seat = steps(request)
    try:
        messages.success(request, f"已列入 {take_in(seat)} 个。")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("teams")


def not_here(row: Team) -> tuple[str, ...]:
    """Verbs that make no sense for a body without a door: no button, not a dimmed one."""
    rota = () if row.form in ROTA_FORMS else ("set_rota",)
    room = () if row.form in VENUE_FORMS else ("locate_team", "report_point", "book_place")
    return (*rota, *room)


def said_of(efforts: list[Effort]) -> dict[str, int]:
    """What those served said in the year, all together; hidden while they are few (S-055, E6)."""
    told = [e for e in efforts if not e.void_why and e.useful + e.fair + e.useless]
    said = {name: sum(getattr(e, name) for e in told) for name in ("useful", "fair", "useless")}
    every = sum(said.values())
    return said | {"n": len(told), "all": every} if every >= SMALL else {"all": 0, "few": every}


@require_safe
@needs(*ALL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """People, this year against the least and the plan, rota, what was done."""
    seat = steps(request)
    row = get_object_or_404(teams(seat), pk=pk)
    year = year_asked(request)
    dress([row], year)
    inside = belongs(seat, row) or seat.has(*READERS)
    run = runs(seat, row)
    this_year = Q(on__year=year) | Q(line__year=year)  # a line may be done in the next one
    found = list(row.efforts.filter(this_year).select_related("by"))
    efforts = [e for e in found if e.on.year == year]
    lines = list(row.plan.filter(year=year))
    for line in lines:
        line.kept = [e for e in found if e.line_id == line.pk and not e.void_why]  # type: ignore[attr-defined]
        line.is_late = not line.kept and line.late(today())  # type: ignore[attr-defined]
    people: Any = row.people  # type: ignore[attr-defined]
    spoken = run and row.form in ("sector", "branch", "group")  # whose members are to be spoken to
    touched = last_touched(seat.committee_id, [p.pk for p in people]) if spoken else {}
    silent = [p for p in people if touched.get(p.pk, date.min) < today() - SILENT and not p.head]
    rota = (
        list(
            Shift.objects.filter(committee_id=seat.committee_id, team=row, day__gte=today())
            .exclude(state="dropped").select_related("person")[:6]
        )
        if inside and row.form in ROTA_FORMS else []
    )  # fmt: skip
    context = {
        "base": base_of(seat), "row": row, "year": year, "state": TEAM.label_of(row.state),
        "verbs": buttons(
            TEAM, seat, row, request.path, ("add_effort",), not_here(row)
        ), "lines": lines,
        "inside": inside, "runs": run, "silent": silent if spoken else [], "touched": touched,
        "efforts": efforts[:30],
        "rota": rota, "events": story(row, seat.committee_id) if run else [],
        "last_days": SILENT.days,
        "voids": run, "said": said_of(efforts), "led": row.form in LEADS,
        "agenda": agenda(seat, row, year) if row.form in LEADS else [],
        "advice": open_advice(seat, row) if row.form in LEADS else [],
    }  # fmt: skip
    return render(request, "groups/team.html", context)


@require_safe
@needs(*READERS)
def loose(request: HttpRequest) -> HttpResponse:
    """Members in no duty group, and the group that would even things out (S-039)."""
    seat = steps(request)
    people = delegates(seat.committee_id)
    groups = list(teams(seat).filter(form="group", state="running"))
    inside = people_of(groups)
    grouped = {p.pk for rows in inside.values() for p in rows}
    open_ones = [pk for pk in people if pk not in grouped]
    sector = dict(
        Tie.objects.filter(committee_id=seat.committee_id, kind=TIE_OF["sector"], who_id__in=people)
        .on(today()).values_list("who_id", "whom__name")
    )  # fmt: skip
    size = {g.pk: len(inside[g.pk]) for g in groups}
    have: dict[int, set[str]] = {g.pk: {sector.get(p.pk, "") for p in inside[g.pk]} for g in groups}
    rows = []
    for pk in open_ones[:200]:
        own = sector.get(pk, "")
        fit = min(groups, key=lambda g: (own in have[g.pk], size[g.pk], g.pk), default=None)
        why = ""
        if fit:
            why = "组里还没有这个界别，" if own not in have[fit.pk] else ""
            why += f"现有 {size[fit.pk]} 人，比较少"
            size[fit.pk] += 1
            have[fit.pk].add(own)
        rows.append({"pk": pk, "name": people[pk], "sector": own, "fit": fit, "why": why})
    context = {
        "rows": rows, "all": len(people), "open": len(open_ones), "office": seat.has(*OFFICE),
        "groups": sorted(((g, len(inside[g.pk])) for g in groups), key=lambda x: -x[1]),
    }  # fmt: skip
    return render(request, "groups/loose.html", context)


@require_safe
@needs(*ALL)
def sectors(request: HttpRequest) -> HttpResponse:
    """Each sector: convener, the year against the least, members nobody spoke to for half a year."""
    seat = steps(request)
    year = year_asked(request)
    rows = dress(list(teams(seat).filter(form="sector", state="running")), year)
    everyone = {p.pk for r in rows for p in r.people}  # type: ignore[attr-defined]
    touched = last_touched(seat.committee_id, everyone)
    since = today() - SILENT
    for row in rows:
        row.runs = runs(seat, row)  # type: ignore[attr-defined]
        people: Any = row.people  # type: ignore[attr-defined]
        row.silent = [  # type: ignore[attr-defined]
            p for p in people if not p.head and touched.get(p.pk, date.min) < since
        ]
    context = {
        "rows": rows, "year": year, "days": SILENT.days, "desk": seat.has(*READERS),
        "bare": [r for r in rows if not r.heads],  # type: ignore[attr-defined]
        "short": sum(bool(r.year.missing) for r in rows),  # type: ignore[attr-defined]
        "base": base_of(seat),
    }  # fmt: skip
    return render(request, "groups/sectors.html", context)
