"""消息: what waits for me and what I was told, grouped by case."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from ...actors.models import Actor
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.prefer import EMAILS, WEBHOOKS, prefer
from ..actions.read import mark_read
from ..channels import CHANNELS
from ..models import Notice, Preference
from ..queries import deliveries, inbox
from ..send import deliver

PAGE = 40


def base_of(request: HttpRequest) -> str:
    """Members read on the phone, with their four places at the thumb."""
    return "base_phone.html" if seat_of(request).has(Role.MEMBER) else "base.html"


def grouped(rows: list[Notice]) -> list[dict[str, Any]]:
    """Notices of one case together, in the order of the newest."""
    groups: dict[tuple[str, int], list[Notice]] = {}
    for row in rows:
        groups.setdefault((row.case_type, row.case_id), []).append(row)
    return [
        {
            "first": group[0],
            "rest": group[1:],
            "new": sum(row.read_at is None for row in group),
            "act": any(row.needs_act and row.read_at is None for row in group),
            "ids": ",".join(str(row.pk) for row in group),
        }
        for group in groups.values()
    ]


@needs()
def messages_page(request: HttpRequest) -> HttpResponse:
    """Tabs: waits for me, all."""
    seat = seat_of(request)
    waiting = request.GET.get("tab") == "act"
    everything, acting = inbox(seat), inbox(seat, waiting=True)
    page = Paginator(acting if waiting else everything, PAGE).get_page(request.GET.get("page"))
    path = reverse("messages")
    context = {
        "base": base_of(request),
        "page_obj": page,
        "groups": grouped(list(page)),
        "waiting": waiting,
        "tabs": [
            {"label": "全部", "url": path, "current": not waiting},
            {
                "label": "等我办",
                "url": f"{path}?tab=act",
                "count": acting.count() if not waiting else page.paginator.count,
                "current": waiting,
            },
        ],
    }
    return render(request, "notices/inbox.html", context)


@needs()
def open_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it and go where it leads. A GET changes nothing; the link is a button."""
    seat = seat_of(request)
    row = get_object_or_404(inbox(seat), pk=pk)
    if request.method == "POST":
        mark_read(seat, [row.pk])
    ours = url_has_allowed_host_and_scheme(row.url, {request.get_host()})
    return redirect(row.url if row.url and ours else "messages")


@needs()
def read(request: HttpRequest) -> HttpResponse:
    """Mark a group or everything as read."""
    if request.method == "POST":
        given = request.POST.get("ids", "")
        pks = [int(part) for part in given.split(",") if part.isdigit()]
        count = mark_read(seat_of(request), None if request.POST.get("all") else pks)
        messages.success(request, f"已标为已读：{count} 条。")
    return redirect("messages")


class PreferenceForm(forms.Form):
    """How to be told."""

    email = forms.ChoiceField(
        label="电子邮件", choices=list(EMAILS.items()), widget=forms.RadioSelect
    )
    webhook = forms.ChoiceField(
        label="群机器人", choices=list(WEBHOOKS.items()), widget=forms.RadioSelect, required=False
    )
    webhook_url = forms.CharField(
        label="群机器人地址",
        required=False,
        max_length=300,
        help_text="在群里添加机器人后整行复制它的地址。群里的人都会看到这些消息。",
    )


@needs()
def preferences(request: HttpRequest) -> HttpResponse:
    """The page where one says how; with a button that tries it."""
    seat = seat_of(request)
    person = get_object_or_404(Actor, pk=seat.person_id, committee_id=seat.committee_id)
    row = Preference.objects.filter(committee_id=seat.committee_id, person=person).first()
    initial = {
        "email": row.email if row else "daily",
        "webhook": row.webhook if row else "",
        "webhook_url": row.webhook_url if row else "",
    }
    form = PreferenceForm(request.POST or None, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                prefer(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error("webhook_url", str(refused))
            else:
                messages.success(request, "已存。从下一条消息起按新的收法。")
                return redirect("messages-preferences")
    ways = ["email"] + ([row.webhook] if row and row.webhook else [])
    context = {
        "base": base_of(request),
        "form": form,
        "person": person,
        "ways": [(way, CHANNELS[way].label) for way in ways],
        "back_url": reverse("messages"),
    }
    return render(request, "notices/preferences.html", context, status=status)


@needs()
def send_test(request: HttpRequest) -> HttpResponse:
    """给我发一条试试: at most one a minute, so that nobody makes a flood of it."""
    seat = seat_of(request)
    way = request.POST.get("channel", "")
    if request.method == "POST" and way in CHANNELS:
        since = timezone.now() - timedelta(minutes=1)
        if deliveries(seat).filter(test=True, at__gte=since).count() >= 2:
            messages.warning(request, "刚发过，请过一分钟再试。")
            return redirect("messages-preferences")
        ok = deliver(
            committee_id=seat.committee_id,
            person_id=seat.person_id,
            channel=way,
            subject="商量：这是一条试发的消息",
            lines=["收到它，说明这个收法是通的。", "不用回复。"],
            test=True,
        )
        said = deliveries(seat).first()
        if ok:
            messages.success(request, f"已发出：{said.answer if said else ''}。请去看一眼。")
        else:
            messages.error(request, f"没有发成：{said.answer if said else '原因见发送记录'}。")
    return redirect("messages-preferences")


@needs()
def log(request: HttpRequest) -> HttpResponse:
    """发送记录: what went out to me, by which way, and what was answered."""
    page = Paginator(deliveries(seat_of(request)), 25).get_page(request.GET.get("page"))
    rows = [(row, CHANNELS[row.channel].label) for row in page]
    context = {
        "base": base_of(request),
        "page_obj": page,
        "rows": rows,
        "back_url": reverse("messages"),
    }
    return render(request, "notices/log.html", context)
