"""名单: the talent pool, friends of the CPPCC, and one entry with its consent."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs
from ..actions.add_listed import add_listed
from ..aside import parts
from ..consent import purpose_of, rules, text_of
from ..flow import LISTED
from ..forms.listed import NewListed, OwnEntry
from ..matching import lately
from ..models import Listed, OwnLink
from ..people import ALL, OFFICE
from ..queries import listed
from ..words import LISTS, TALENTS
from .common import base_of, buttons, steps

PAGE = 50
KINDS = {"talents": list(TALENTS), "friends": ["friend"], "contacts": ["contact"]}
NAMES = {"talents": "人才库", "friends": "政协之友", "contacts": "直接联系"}
BACK = {"talents": "talents", "friends": "friends", "contacts": "contact-duty"}
NEW = {"talents": "talent-new", "friends": "friend-new", "contacts": "contact-new"}


@require_safe
@needs(*OFFICE)
def register(request: HttpRequest, side: str) -> HttpResponse:
    """Who is in, who is asked, whose consent is over; how often asked lately. Withdrawn ones a count."""
    seat, day = steps(request), today()
    every = listed(seat).filter(kind__in=KINDS[side])
    counts = every.aggregate(
        holds=Count("pk", filter=Q(state="in", until__gte=day)),
        asked=Count("pk", filter=Q(state="asked")),
        over=Count("pk", filter=Q(state="in", until__lt=day)),
        gone=Count("pk", filter=Q(state="gone")),
    )
    rows = every.exclude(state="gone").annotate(
        came=Count("askings", filter=Q(askings__answer="came"))
    )
    kind = request.GET.get("kind", "")
    if kind in KINDS[side]:
        rows = rows.filter(kind=kind)
    if words := request.GET.get("q", "").strip()[:60]:
        rows = rows.filter(
            Q(name__icontains=words) | Q(unit__icontains=words) | Q(fields__icontains=words)
        )
    page = Paginator(rows.order_by("kind", "name", "pk"), PAGE).get_page(request.GET.get("page"))
    often = lately(seat.committee_id, [r.pk for r in page.object_list])
    shown: Any = page.object_list
    for row in shown:
        row.parts = parts(row.fields)
        row.lately = often.get(row.pk, 0)
        row.busy = row.lately >= rules().asked_often
        row.word, row.tone = word_of(row)
    context = {
        "side": side, "name": NAMES[side], "page_obj": page, "counts": counts, "q": words,
        "kind": kind, "kinds": [(k, LISTS[k]) for k in KINDS[side]], "new_url": reverse(NEW[side]),
        "base": "base.html",
    }  # fmt: skip
    return render(request, "groups/listed_all.html", context)


def word_of(row: Listed) -> tuple[str, str]:
    """(word, tone) of where the consent stands."""
    if row.state == "in" and row.until < today():
        return "同意已到期", "late"
    return LISTED.label_of(row.state), {"in": "ok", "asked": "near"}.get(row.state, "")


@needs(*ALL)
def new(request: HttpRequest, side: str) -> HttpResponse:
    """列入一位."""
    seat = steps(request)
    if side != "contacts" and not seat.has(*OFFICE):
        raise PermissionDenied("这份名单由提案委或专委会工作人员登记。")
    kinds = KINDS[side]
    form = NewListed(
        request.POST if request.method == "POST" else None, kinds=kinds,
        committee_id=seat.committee_id, initial={"kind": kinds[0]},
    )  # fmt: skip
    return fill(
        request, form, lambda **data: add_listed(seat, **data), title=f"{NAMES[side]}：列入一位",
        submit="列入", back=reverse(BACK[side]), said="已登记。",
        crumbs=[(NAMES[side], reverse(BACK[side])), ("列入一位", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html",
        lead="有本人同意、有用途、有到期日才能留。本人随时可以撤回，撤回后姓名、单位、电话即删，只留次数。不记信仰、思想、立场。",
        base=base_of(seat),
    )  # fmt: skip


@needs(Role.MEMBER)
def join_pool(request: HttpRequest) -> HttpResponse:
    """A member puts himself into the pool: fields, until when; the sentence agreed to stands above."""
    seat = steps(request)
    form = OwnEntry(request.POST if request.method == "POST" else None)
    return fill(
        request, form,
        lambda **data: add_listed(
            seat, kind="member", person=seat.person_id, purpose=purpose_of("member"), **data
        ),
        title="加入人才库", submit="同意并加入", back=reverse("my-teams"), said="已加入，随时可以撤回。",
        crumbs=[("我的队伍", reverse("my-teams")), ("加入人才库", "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html", base=base_of(seat),
        lead=f"我同意把我的姓名、单位和擅长记在人才库里，用途是：{purpose_of('member')}。到期不用，我可以随时撤回，撤回后即删，只留次数。",
    )  # fmt: skip


def own_link(row: Listed) -> OwnLink | None:
    """The friend's link in use."""
    return row.links.filter(ended_at__isnull=True).first() if row.kind == "friend" else None


@require_safe
@needs(*ALL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry: what was agreed to, until when, how often asked, contacts, what can be done."""
    seat = steps(request)
    row = get_object_or_404(listed(seat), pk=pk)
    side = next(s for s, kinds in KINDS.items() if row.kind in kinds)
    himself = row.person_id == seat.person_id
    word, tone = word_of(row)
    first = ("agree_listed",) if row.state == "asked" else ("touch", "ask_listed")
    askings = list(row.askings.all()[:40])
    keeps = row.keeper_id in (None, seat.person_id)
    context: dict[str, Any] = {
        "base": base_of(seat), "row": row, "word": word, "tone": tone, "himself": himself,
        "text": text_of(row, seat.committee_name) if row.state != "gone" else "",
        "parts": parts(row.fields), "askings": askings, "often": rules().asked_often,
        "lately": lately(seat.committee_id, [row.pk]).get(row.pk, 0),
        "touches": list(row.touches.all()[:40]) if keeps else [],
        "verbs": buttons(LISTED, seat, row, request.path, first),
        "side_name": NAMES[side], "link": own_link(row) if seat.has(*OFFICE) else None,
        "may_link": row.kind == "friend" and row.holds(today()) and seat.has(*OFFICE),
        "side_url": reverse("my-teams" if himself and not seat.has(*OFFICE) else BACK[side]),
        "back_url": reverse("my-teams" if himself else "contact-duty"),
    }  # fmt: skip
    return render(request, "groups/listed.html", context)
