"""账号与安全: who I am here, my sessions, my own access log, my contact data."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from ...actors.models import Actor, ContactChange
from ...journal.models import Access
from ...web.access import needs, seat_of
from ..access_log import WORDS, note
from ..gates import FORCED
from ..models import Visit
from .gate import account_of

SHOWN = 20


@needs()
def account(request: HttpRequest) -> HttpResponse:
    """One page about oneself; everybody's own rows only."""
    seat, user = seat_of(request), account_of(request)
    person = Actor.objects.select_related("committee").get(pk=seat.person_id)
    key = request.session.session_key
    visits = [
        {"row": v, "here": v.session_key == key}
        for v in user.visits.filter(seen_at__gte=timezone.now() - timedelta(hours=12))
    ]
    log = Access.objects.filter(account_id=user.pk).order_by("-at")[:SHOWN]
    context: dict[str, Any] = {
        "person": person,
        "seat": seat,
        "facts": [
            ("姓名", person.name),
            ("所在政协", person.committee.name if person.committee else ""),
            (
                "职责",
                "、".join(r.label for r in type(next(iter(seat.roles))) if r in seat.roles)
                if seat.roles
                else "",
            ),
            ("登录名", user.username),
        ],
        "contact": [
            ("工作单位", person.workplace),
            ("职务", person.post),
            ("电话", person.phone),
            ("电子邮箱", person.email),
            ("通信地址", person.address),
        ],
        "asked": ContactChange.objects.filter(person=person).first(),
        "visits": visits,
        "log": [(row.at, WORDS.get(row.kind, row.kind), row.ip or "—") for row in log],
        "forced": seat.has(*FORCED),
        "others": len(visits) > 1,
    }
    return render(request, "accounts/account.html", context)


@require_POST
@needs()
def end_sessions(request: HttpRequest) -> HttpResponse:
    """One other session by its row, or all the others at once."""
    user, mine = account_of(request), request.session.session_key
    if one := request.POST.get("visit"):
        rows = Visit.objects.filter(account=user, pk=one if one.isdigit() else 0).exclude(
            session_key=mine
        )
        Session.objects.filter(session_key__in=rows.values_list("session_key", flat=True)).delete()
        count, _ = rows.delete()
    else:
        user.session_stamp += 1
        user.save(update_fields=["session_stamp"])
        request.session["stamp"] = user.session_stamp
        count, _ = Visit.objects.filter(account=user).exclude(session_key=mine).delete()
    note("sessions_ended", request, account_id=user.pk, count=count)
    messages.success(request, "已结束，那边要重新登录。" if count else "没有别的登录了。")
    return redirect("account")
