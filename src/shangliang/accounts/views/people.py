"""账号: the system administrator opens and closes them, the security administrator grants.

Both see people and their work rights; neither sees any business row.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ...actors.actions.bind import bind
from ...actors.actions.rules import GRANTS, both_held
from ...actors.actions.unbind import unbind
from ...actors.models import Actor, Tie
from ...actors.queries import find
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.disable import disable
from ..actions.make_account import make_account
from ..actions.many import DAYS, MOST, make_accounts
from ..actions.reset_password import reset_password
from ..actions.reset_second import reset_second
from ..actions.unused import long_unused
from ..forms.people import Grant, NewAccount

PAGE = 50
BOTH = (Role.ADMIN, Role.SECURITY)


@needs(*BOTH)
def accounts(request: HttpRequest) -> HttpResponse:
    """People with accounts; ``?show=none`` lists those without."""
    seat = seat_of(request)
    show, words = request.GET.get("show", ""), request.GET.get("q", "")
    people = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.PERSON)
    held = people.filter(account__isnull=False)
    rows = {
        "none": people.filter(account__isnull=True, active=True),
        "off": held.filter(account__is_active=False),
        "unused": held.filter(long_unused(timezone.now()), account__is_active=True),
    }.get(show, held)
    rows = find(rows, words).select_related("account").order_by("stroke_key", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    ties: dict[int, list[Tie]] = {}
    for tie in (
        Tie.objects.filter(
            who__in=[p.pk for p in page],
            kind__in=[*GRANTS, Tie.Kind.MEMBER, Tie.Kind.HEADS, Tie.Kind.OFFICE],
        )
        .on(today())
        .select_related("whom")
    ):
        ties.setdefault(tie.who_id, []).append(tie)
    tabs = [
        ("", "有账号"),
        ("none", "还没有账号"),
        ("unused", f"{settings.UNUSED_DAYS} 天未用"),
        ("off", "已停用"),
    ]
    context = {
        "page_obj": page,
        "rows": [(p, ties.get(p.pk, [])) for p in page],
        "tabs": [
            {"label": label, "url": f"?show={key}" if key else "?", "current": show == key}
            for key, label in tabs
        ],
        "show": show,
        "q": words,
        "seat": seat,
        "may_make": seat.has(Role.ADMIN),
        "most": MOST,
        "both": both_held(seat.committee_id),
    }
    return render(request, "accounts/accounts.html", context)


def person_here(request: HttpRequest, pk: int) -> Actor:
    """A person of this committee, else 404."""
    return get_object_or_404(
        Actor.objects.select_related("account"),
        committee_id=seat_of(request).committee_id,
        kind=Actor.Kind.PERSON,
        pk=pk,
    )


@never_cache
@needs(Role.ADMIN)
def new_account(request: HttpRequest, pk: int) -> HttpResponse:
    """The one-time password stands on the answer, once, and nowhere else."""
    person = person_here(request, pk)
    form = NewAccount(
        request.POST if request.method == "POST" else None,
        initial={"username": person.code or person.pinyin},
    )
    if request.method == "POST" and form.is_valid():
        try:
            account, secret = make_account(seat_of(request), person=pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error("username", str(refused))
        else:
            context = {"person": person, "account": account, "secret": secret, "new": True}
            return render(request, "accounts/secret.html", context)
    context = {"form": form, "person": person}
    return render(request, "accounts/new_account.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
@needs(Role.ADMIN)
def new_accounts(request: HttpRequest) -> HttpResponse:
    """Paper slips for the people ticked; the passwords stand on this answer and nowhere else."""
    ticked = [int(pk) for pk in request.POST.getlist("person") if pk.isdigit()]
    try:
        made = make_accounts(seat_of(request), ticked)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(f"{reverse('accounts')}?show=none")
    context = {"made": made, "days": DAYS, "address": request.build_absolute_uri("/sign-in/")}
    return render(request, "accounts/slips.html", context)


@needs(*BOTH)
def person_account(request: HttpRequest, pk: int) -> HttpResponse:
    """One person's account and work rights, now and before."""
    return show_person(request, person_here(request, pk))


def show_person(request: HttpRequest, person: Actor, form: Grant | None = None) -> HttpResponse:
    seat = seat_of(request)
    may_grant = seat.has(Role.SECURITY)
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, who=person, kind__in=GRANTS)
        .select_related("whom")
        .order_by("-start")
    )
    context: dict[str, Any] = {
        "person": person,
        "account": person.account,
        "now_ties": [t for t in ties if not t.end or t.end >= today()],
        "past_ties": [t for t in ties if t.end and t.end < today()],
        "may_admin": seat.has(Role.ADMIN),
        "may_grant": may_grant,
        "form": form or (Grant(seat=seat, initial={"start": today()}) if may_grant else None),
        "self": person.pk == seat.person_id,
    }
    return render(
        request,
        "accounts/person_account.html",
        context,
        status=422 if form and form.errors else 200,
    )


@never_cache
@require_POST
@needs(Role.ADMIN)
def admin_verb(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Reset, disable, enable."""
    seat, person = seat_of(request), person_here(request, pk)
    if person.account_id is None:
        raise Http404
    if verb == "reset":
        account, secret = reset_password(seat, person.account_id)
        context = {"person": person, "account": account, "secret": secret, "new": False}
        return render(request, "accounts/secret.html", context)
    if verb not in ("disable", "enable"):
        raise Http404
    disable(seat, person.account_id, active=verb == "enable")
    messages.success(request, "已启用。" if verb == "enable" else "已停用，他的登录都已结束。")
    return redirect("person-account", pk)


@require_POST
@needs(Role.SECURITY)
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """授职责."""
    seat, person = seat_of(request), person_here(request, pk)
    form = Grant(request.POST, seat=seat)
    if form.is_valid():
        try:
            bind(seat, who=person.pk, **form.arguments())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已授予，从起始日生效。")
            return redirect("person-account", pk)
    return show_person(request, person, form)


@require_POST
@needs(Role.SECURITY)
def end_grant(request: HttpRequest, pk: int) -> HttpResponse:
    """结束职责: gone at once; one granted only today ends with the day."""
    seat = seat_of(request)
    tie = get_object_or_404(Tie, pk=pk, committee_id=seat.committee_id, kind__in=GRANTS)
    last = max(tie.start, today() - timedelta(days=1))
    unbind(seat, pk, on=last, basis=request.POST.get("reason", "")[:100])
    words = "已结束，今天起不再有这一项。" if last < today() else "已结束，到今天为止。"
    messages.success(request, words)
    return redirect("person-account", tie.who_id)


@require_POST
@needs(Role.SECURITY)
def drop_second(request: HttpRequest, pk: int) -> HttpResponse:
    """撤第二因子, for a lost phone."""
    person = person_here(request, pk)
    if person.account_id is None:
        raise Http404
    reset_second(seat_of(request), person.account_id)
    messages.success(request, "已撤，他下次登录要重新设。")
    return redirect("person-account", pk)
