"""委员名册 and a person's page: who stands where, now and before."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.db.models.functions import Substr
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...web.access import needs, seat_of
from ..actions.ask_contact import ask_contact
from ..actions.bind import bind
from ..actions.decide_contact import decide_contact
from ..actions.edit_person import edit_person
from ..actions.enter_person import enter_person
from ..actions.rules import GRANTS, RULES
from ..actions.unbind import unbind
from ..forms.register import ContactForm, EndForm, PersonForm, TieForm
from ..models import Actor, ContactChange, Term, Tie
from ..queries import BUSINESS, actors, find, members, tied_to, ties_of
from .filling import fill

K, A = Tie.Kind, Actor.Kind
PAGE = 50
# Filters of the register: query key -> (label, kind of body, kind of tie).
FILTERS = {
    "sector": ("界别", A.SECTOR, K.SECTOR),
    "committee": ("专委会", A.SPECIAL_COMMITTEE, K.SPECIAL_COMMITTEE),
    "party": ("党派", A.PARTY, K.PARTY),
    "group": ("小组", A.GROUP, K.GROUP),
    "county": ("驻地", A.COUNTY, K.COUNTY),
}
SHOWN = (K.SECTOR, K.PARTY, K.SPECIAL_COMMITTEE, K.GROUP, K.OFFICE)


def number(text: str | None) -> int:
    """A key of the address line as a number; 0 where it is none."""
    return int(text) if text and text.isdigit() and len(text) < 16 else 0


def options(seat: Seat) -> dict[str, list[Actor]]:
    """The bodies one can filter by, in one query."""
    out: dict[str, list[Actor]] = {key: [] for key in FILTERS}
    kinds = {kind: key for key, (_, kind, _) in FILTERS.items()}
    for body in (
        actors(seat).filter(kind__in=kinds, active=True).only("pk", "kind", "name", "short")
    ):
        out[kinds[A(body.kind)]].append(body)
    return out


@needs(*BUSINESS)
def register(request: HttpRequest) -> HttpResponse:
    """By stroke; found by name, pinyin, initials, number; narrowed by where they stand."""
    seat, get = seat_of(request), request.GET
    terms = list(Term.objects.filter(committee_id=seat.committee_id))
    term = next((t for t in terms if t.pk == number(get.get("term"))), None)
    day = term.end if term and term.end and term.is_past(today()) else today()
    rows = find(members(seat, term=term), get.get("q", ""))
    bodies, chosen = options(seat), []
    for key, (label, _, tie) in FILTERS.items():
        body = next((b for b in bodies[key] if b.pk == number(get.get(key))), None)
        if body:
            rows = rows.filter(tied_to(tie, body.pk, day))
            rest = {k: str(v) for k, v in get.items() if k not in (key, "page") and v}
            chosen.append({"label": label, "value": str(body), "url": f"?{urlencode(rest)}"})
    strokes = dict(
        rows.order_by()
        .annotate(s=Substr("stroke_key", 1, 2))
        .values_list("s")
        .annotate(n=Count("pk"))
    )
    counts = {int(k): n for k, n in strokes.items() if k.isdigit()}
    if wanted := number(get.get("strokes")):
        rows = rows.filter(stroke_key__startswith=f"{wanted:02d}")
    page = Paginator(rows.order_by("stroke_key", "pk"), PAGE).get_page(get.get("page"))
    held = ties_of(page.object_list, day, *SHOWN)
    context = {
        "page_obj": page,
        "people": [(p, {k: held[p.pk].get(k, []) for k in SHOWN}) for p in page],
        "filters": [
            (key, label, bodies[key], number(get.get(key)))
            for key, (label, _, _) in FILTERS.items()
            if bodies[key]
        ],
        "chosen": chosen,
        "counts": counts,
        "terms": terms,
        "term": term,
        "q": get.get("q", ""),
        "may_edit": seat.has(Role.CLERK),
        "waiting": ContactChange.objects.filter(
            committee_id=seat.committee_id, state="open"
        ).count()
        if seat.has(Role.CLERK)
        else 0,
    }
    return render(request, "actors/members.html", context)


def person_here(seat: Seat, pk: int) -> Actor:
    """A person of this committee, else 404."""
    return get_object_or_404(actors(seat), pk=pk, kind=A.PERSON)


def proposals_of(seat: Seat, person: Actor) -> tuple[int, str]:
    """How many of this person's proposals the seat may see, and the register that lists them."""
    from ...submissions.queries import visible

    count = (
        visible(seat)
        .filter(
            signatures__person=person,
            signatures__role__in=["first", "co"],
            signatures__state__in=["signed", "invited"],
        )
        .distinct()
        .count()
    )
    try:
        return count, f"{reverse('proposals')}?{urlencode({'proposer': person.name})}"
    except NoReverseMatch:
        return count, ""


@needs(*BUSINESS)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Every tie on one dated list; telephone and address only for the office and for oneself."""
    seat = seat_of(request)
    row = person_here(seat, pk)
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, who=row)
        .exclude(kind__in=[k for k in GRANTS if k in (K.ADMIN, K.SECURITY, K.AUDITOR)])
        .select_related("whom", "term")
        .order_by("-start", "kind")
    )
    may_edit, day = seat.has(Role.CLERK), today()
    near = may_edit or row.pk == seat.person_id
    count, url = proposals_of(seat, row)
    facts: list[tuple[str, Any]] = [
        ("工作单位", row.workplace), ("职务", row.post), ("委员编号", row.code),
    ]  # fmt: skip
    if near:
        facts += [
            ("性别", row.sex), ("民族", row.ethnicity), ("出生年", row.birth_year),
            ("电话", row.phone), ("电子邮箱", row.email), ("通信地址", row.address),
        ]  # fmt: skip
    context = {
        "person": row,
        "facts": [(k, v) for k, v in facts if v or near],
        "near": near,
        "now_ties": [t for t in ties if t.start <= day and (not t.end or t.end >= day)],
        "later_ties": [t for t in ties if t.start > day],
        "past_ties": [t for t in ties if t.end and t.end < day],
        "committee_id": seat.committee_id,
        "proposals": count,
        "proposals_url": url,
        "may_edit": may_edit,
        "mine": row.pk == seat.person_id,
        "endable": {k for k, rule in RULES.items() if rule.by == Role.CLERK},
        "is_member": any(t.kind == K.MEMBER for t in ties),
    }
    return render(request, "actors/person.html", context)


@needs(Role.CLERK)
def person_new(request: HttpRequest) -> HttpResponse:
    """登记人员."""
    seat = seat_of(request)
    form = PersonForm(request.POST if request.method == "POST" else None)
    return fill(
        request, form, lambda **data: enter_person(seat, **data),
        title="登记人员", submit="登记", back=reverse("members"),
        said="已登记。接着可以登记他的界别、任职。",
        crumbs=[("委员名册", reverse("members")), ("登记人员", "")],
        onward=lambda row: reverse("person", args=[row.pk]),
    )  # fmt: skip


@needs(Role.CLERK)
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """改人员."""
    seat = seat_of(request)
    row, back = person_here(seat, pk), reverse("person", args=[pk])
    form = PersonForm(request.POST if request.method == "POST" else None, instance=row)
    return fill(
        request, form, lambda **data: edit_person(seat, pk, **data),
        title=f"改：{row.name}", submit="保存", back=back, said="已改。",
        crumbs=[("委员名册", reverse("members")), (row.name, back), ("改", "")],
    )  # fmt: skip


@needs(Role.CLERK)
def tie_new(request: HttpRequest, pk: int) -> HttpResponse:
    """登记任职、界别、专委会……"""
    seat = seat_of(request)
    row, back = person_here(seat, pk), reverse("person", args=[pk])
    terms = [
        (t.pk, str(t))
        for t in Term.objects.filter(committee_id=seat.committee_id)
        if not t.is_past(today())
    ]
    form = TieForm(request.POST if request.method == "POST" else None, seat=seat, terms=terms)
    return fill(
        request, form, lambda **data: bind(seat, who=pk, **data),
        title=f"登记联系：{row.name}", submit="登记", back=back, said="已登记。",
        crumbs=[("委员名册", reverse("members")), (row.name, back), ("登记联系", "")],
    )  # fmt: skip


@needs(Role.CLERK)
def tie_end(request: HttpRequest, pk: int) -> HttpResponse:
    """结束一条联系; it stays in the history."""
    seat = seat_of(request)
    tie = get_object_or_404(
        Tie.objects.select_related("who", "whom"), pk=pk, committee_id=seat.committee_id
    )
    place = "person" if tie.who.kind == A.PERSON else "unit"
    back = reverse(place, args=[tie.who_id])
    form = EndForm(request.POST if request.method == "POST" else None, initial={"on": today()})
    words = f"{tie.who}：{tie.get_kind_display()} {tie.whom}{' ' + tie.title if tie.title else ''}，{tie.start} 起。结束以后留在历史里，不删除。"
    return fill(
        request, form, lambda **data: unbind(seat, pk, **data),
        title="结束这一条", submit="结束", back=back, said="已结束，历史留着。",
        crumbs=[(str(tie.who), back), ("结束", "")], lead=words,
    )  # fmt: skip


@needs()
def contact_change(request: HttpRequest) -> HttpResponse:
    """A member's own request; what is there now stands in the fields."""
    seat = seat_of(request)
    row = actors(seat).get(pk=seat.person_id)
    initial = {name: getattr(row, name) for name in ContactChange.FIELDS}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=initial)
    return fill(
        request, form, lambda **data: ask_contact(seat, **data),
        title="申请改联系方式", submit="交提案委确认", back=reverse("account"),
        said="已交提案委，核对后生效。",
        crumbs=[("账号与安全", reverse("account")), ("申请改联系方式", "")],
        lead="提案委核对后才改名册。不改的照原样留着。",
    )  # fmt: skip


@needs(Role.CLERK)
def contacts(request: HttpRequest) -> HttpResponse:
    """Requests that wait for the office, and a POST that decides one."""
    seat = seat_of(request)
    if request.method == "POST":
        pk = number(request.POST.get("change"))
        if not pk:
            raise Http404
        agree = request.POST.get("agree") == "1"
        decide_contact(seat, pk, agree=agree, reason=request.POST.get("reason", "")[:200])
        return redirect("contacts")
    rows = ContactChange.objects.filter(committee_id=seat.committee_id).select_related("person")
    context = {
        "waiting": [(r, r.changes()) for r in rows.filter(state="open").order_by("pk")],
        "done": rows.exclude(state="open")[:20],
    }
    return render(request, "actors/contacts.html", context)
