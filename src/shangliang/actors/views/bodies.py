"""机构: units by system, and one generic page for sectors, special committees, groups, parties."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.add_alias import add_alias
from ..actions.bind import bind
from ..actions.drop_alias import drop_alias
from ..actions.edit_body import edit_body
from ..actions.enter_body import enter_body
from ..actions.preset import adopt_sectors, missing
from ..actions.retire import retire
from ..composition import checks
from ..entering import BODY_KINDS
from ..forms.register import AliasForm, BodyForm
from ..models import Actor, Tie
from ..queries import BODY_TIE, BUSINESS, actors, find, ties_of
from .filling import fill
from .members import number

K, A = Tie.Kind, Actor.Kind
PAGE = 50
WORDS = {
    A.SECTOR: "委员按界别产生、按界别活动；集体提案可以用界别名义提。",
    A.SPECIAL_COMMITTEE: "专委会联系一个领域，由一位领导分管；组成要有党外副主任。",
    A.GROUP: "委员小组把委员编到一起，就近活动。",
    A.PARTY: "党派可以用本党派名义提集体提案。",
    A.ORGANISATION: "人民团体可以提集体提案。",
    A.COUNTY: "委员和单位的驻地。",
    A.SYSTEM: "承办单位分属的系统：党群、政府、法检……",
}
TABS = (A.SECTOR, A.SPECIAL_COMMITTEE, A.GROUP, A.PARTY, A.ORGANISATION, A.COUNTY, A.SYSTEM)


def kind_of(text: str) -> str:
    """A kind of body that has pages, else 404."""
    if text not in BODY_KINDS:
        raise Http404
    return A(text)


def body_here(seat: Seat, kind: str, pk: int) -> Actor:
    return get_object_or_404(actors(seat), pk=pk, kind=kind)


def page_of(row: Actor) -> str:
    """The page of a body or unit."""
    if row.kind == A.UNIT:
        return reverse("unit", args=[row.pk])
    return reverse("body", args=[row.kind, row.pk])


def list_of(kind: str) -> str:
    return reverse("units") if kind == A.UNIT else reverse("bodies", args=[kind])


@needs(*BUSINESS)
def bodies(request: HttpRequest, kind: str) -> HttpResponse:
    """All bodies of a kind with their heads and size; for special committees, which rule fails."""
    seat, kind, day = seat_of(request), kind_of(kind), today()
    if kind == A.UNIT:
        return redirect("units")
    now = Q(ties_to__start__lte=day) & (Q(ties_to__end__isnull=True) | Q(ties_to__end__gte=day))
    inside = now & Q(ties_to__kind=BODY_TIE[A(kind)])
    rows = list(
        actors(seat)
        .filter(kind=kind)
        .annotate(size=Count("ties_to__who", filter=inside, distinct=True))
        .order_by("-active", "pk" if kind != A.GROUP else "stroke_key")
    )
    heads: dict[int, list[Tie]] = {}
    for tie in (
        Tie.objects.filter(
            committee_id=seat.committee_id, whom__kind=kind, kind__in=[K.HEADS, K.IN_CHARGE]
        )
        .on(day)
        .select_related("who")
    ):
        heads.setdefault(tie.whom_id, []).append(tie)
    failing = {}
    if kind == A.SPECIAL_COMMITTEE:
        found = checks([r for r in rows if r.active], day)
        failing = {pk: [c for c in listed if not c.ok] for pk, listed in found.items()}
    context = {
        "kind": kind,
        "label": A(kind).label,
        "words": WORDS.get(A(kind), ""),
        "rows": [
            {
                "body": r,
                "heads": [t for t in heads.get(r.pk, []) if t.kind == K.HEADS],
                "charge": [t for t in heads.get(r.pk, []) if t.kind == K.IN_CHARGE],
                "failing": failing.get(r.pk, []),
            }
            for r in rows
        ],
        "tabs": [
            {"label": A(k).label, "url": reverse("bodies", args=[k]), "current": k == kind}
            for k in TABS
        ],
        "may_edit": seat.has(Role.CLERK),
        "failing": sum(bool(v) for v in failing.values()),
        "checked": kind == A.SPECIAL_COMMITTEE,
        "missing": len(missing(seat.committee_id))
        if kind == A.SECTOR and seat.has(Role.CLERK)
        else 0,
    }
    return render(request, "actors/bodies.html", context)


@needs(*BUSINESS)
def body(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """One body: its field, who heads it, who is in charge, its people by stroke."""
    seat, kind, day = seat_of(request), kind_of(kind), today()
    row = body_here(seat, kind, pk)
    if kind == A.UNIT:
        return redirect("unit", pk)
    ties = Tie.objects.filter(committee_id=seat.committee_id, whom=row).select_related("who")
    named = list(ties.filter(kind__in=[K.HEADS, K.IN_CHARGE, K.DRAFTS]).order_by("-start"))
    inside = ties.filter(kind=BODY_TIE[A(kind)]).on(day).order_by("who__stroke_key", "who_id")
    page = Paginator(inside, PAGE).get_page(request.GET.get("page"))
    people = [t.who for t in page]
    held = ties_of(people, day, K.SECTOR, K.PARTY)
    context: dict[str, Any] = {
        "body": row,
        "kind": kind,
        "label": A(kind).label,
        "page_obj": page,
        "people": [
            (t, held[t.who_id].get(K.SECTOR, []), held[t.who_id].get(K.PARTY, [])) for t in page
        ],
        "now_named": [t for t in named if t.start <= day and (not t.end or t.end >= day)],
        "past_named": [t for t in named if t.end and t.end < day],
        "later_named": [t for t in named if t.start > day],
        "checks": checks([row], day)[row.pk] if kind == A.SPECIAL_COMMITTEE else [],
        "may_edit": seat.has(Role.CLERK),
        "aliases": list(row.aliases.all()),
        "alias_form": AliasForm(),
        "of_units": kind in (A.SYSTEM, A.COUNTY),
    }
    return render(request, "actors/body.html", context)


@needs(*BUSINESS)
def units(request: HttpRequest) -> HttpResponse:
    """承办单位 by system; found by any of its names."""
    seat, get, day = seat_of(request), request.GET, today()
    rows = find(actors(seat).filter(kind=A.UNIT), get.get("q", ""))
    off = get.get("off") == "1"
    rows = rows.filter(active=not off).prefetch_related("aliases").order_by("stroke_key", "pk")
    found = list(rows)
    system: dict[int, Tie] = {}
    staff: dict[int, int] = {}
    for tie in (
        Tie.objects.filter(committee_id=seat.committee_id, kind=K.SYSTEM)
        .on(day)
        .select_related("whom")
    ):
        system[tie.who_id] = tie
    for pk, n in (
        Tie.objects.filter(committee_id=seat.committee_id, kind__in=[K.UNIT_STAFF, K.UNIT_HEAD])
        .on(day)
        .order_by()
        .values_list("whom_id")
        .annotate(n=Count("who", distinct=True))
    ):
        staff[pk] = n
    groups: dict[str, list[tuple[Actor, int]]] = {}
    for unit in found:
        name = str(system[unit.pk].whom) if unit.pk in system else "未分系统"
        groups.setdefault(name, []).append((unit, staff.get(unit.pk, 0)))
    order = sorted(groups, key=lambda n: (n == "未分系统", -len(groups[n])))
    context = {
        "groups": [(n, groups[n]) for n in order],
        "total": len(found),
        "q": get.get("q", ""),
        "off": off,
        "empty_staff": sum(not staff.get(u.pk) for u in found),
        "may_edit": seat.has(Role.CLERK),
    }
    return render(request, "actors/units.html", context)


@needs(*BUSINESS)
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: names, system, duties, the people who handle."""
    seat, day = seat_of(request), today()
    row = body_here(seat, A.UNIT, pk)
    ties = Tie.objects.filter(committee_id=seat.committee_id, whom=row).select_related("who")
    staff = list(ties.filter(kind__in=[K.UNIT_STAFF, K.UNIT_HEAD]).on(day).order_by("-kind"))
    charge = list(ties.filter(kind=K.IN_CHARGE).on(day))
    system = list(
        Tie.objects.filter(committee_id=seat.committee_id, who=row, kind__in=[K.SYSTEM, K.COUNTY])
        .select_related("whom")
        .order_by("-start")
    )
    near = seat.has(Role.CLERK, Role.SUPERVISOR) or row.pk in seat.units
    context = {
        "unit": row,
        "staff": staff,
        "charge": charge,
        "now_system": [t for t in system if t.start <= day and (not t.end or t.end >= day)],
        "past_system": [t for t in system if t.end and t.end < day],
        "aliases": list(row.aliases.all()),
        "near": near,
        "may_edit": seat.has(Role.CLERK),
        "systems": list(actors(seat).filter(kind=A.SYSTEM, active=True)) if seat.has(Role.CLERK) else [],
        "facts": [
            ("全称", row.name), ("简称", row.short), ("编号", row.code), ("机关代字", row.number_prefix),
            ("发文机关标志", row.letter_mark), ("电话", row.phone if near else ""), ("通信地址", row.address),
        ],
    }  # fmt: skip
    return render(request, "actors/unit.html", context)


@needs(Role.CLERK)
def body_new(request: HttpRequest, kind: str) -> HttpResponse:
    """登记机构."""
    seat, kind = seat_of(request), kind_of(kind)
    form = BodyForm(request.POST if request.method == "POST" else None, kind=kind)
    label = A(kind).label
    return fill(
        request, form, lambda **data: enter_body(seat, kind, **data),
        title=f"登记{label}", submit="登记", back=list_of(kind), said="已登记。",
        crumbs=[(label, list_of(kind)), ("登记", "")], onward=page_of,
    )  # fmt: skip


@needs(Role.CLERK)
def body_edit(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """改机构; a former name stays as an alias."""
    seat, kind = seat_of(request), kind_of(kind)
    row = body_here(seat, kind, pk)
    form = BodyForm(request.POST if request.method == "POST" else None, instance=row, kind=kind)
    name = row.name
    return fill(
        request, form, lambda **data: edit_body(seat, pk, **data),
        title=f"改：{name}", submit="保存", back=page_of(row), said="已改；改了全称的，旧名留作别名。",
        crumbs=[(A(kind).label, list_of(kind)), (name, page_of(row)), ("改", "")],
    )  # fmt: skip


@require_POST
@needs(Role.CLERK)
def body_verb(request: HttpRequest, kind: str, pk: int, verb: str) -> HttpResponse:
    """Small acts on a body's page: alias, retire, restore, system."""
    seat, kind = seat_of(request), kind_of(kind)
    row = body_here(seat, kind, pk)
    said = "已改。"
    try:
        if verb == "alias":
            add_alias(seat, pk, name=request.POST.get("name", "")[:120])
            said = "已加别名。"
        elif verb == "unalias":
            drop_alias(seat, pk, alias=number(request.POST.get("alias")))
            said = "已去掉别名。"
        elif verb in ("retire", "restore"):
            retire(seat, pk, active=verb == "restore")
            said = "已恢复使用。" if verb == "restore" else "已停用，历史留着；以后不再列入可选。"
        elif verb == "system":
            bind(seat, kind=K.SYSTEM, who=pk, whom=number(request.POST.get("system")), replace=True)
        else:
            raise Http404
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect(page_of(row))


@needs(Role.CLERK)
def preset(request: HttpRequest) -> HttpResponse:
    """套用 34 个界别范本: tick what this committee has."""
    seat = seat_of(request)
    back = reverse("bodies", args=[A.SECTOR])
    if request.method == "POST":
        try:
            count = adopt_sectors(seat, names=request.POST.getlist("names"))
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("sector-preset")
        messages.success(request, f"已登记 {count} 个界别。")
        return redirect(back)
    return render(request, "actors/preset.html", {"rows": missing(seat.committee_id), "back": back})
