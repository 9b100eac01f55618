"""公开活动 without account: what is open to everybody, one's place, cancelling it by its code."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...publishing.queries import committees
from ...voices.limits import not_too_often
from ...web.views.errors import show
from ..actions.cancel_guest import cancel_guest
from ..actions.sign_up_guest import MOST_PEOPLE, open_now, places_taken, sign_up_guest
from ..models import Activity, Guest

PER_HOUR, LOOKS, MOST = 12, 60, 50


class SignUp(forms.Form):
    """报名: as little as possible."""

    client_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label="怎么称呼您", max_length=40, help_text="签到时用，活动过后 30 天删去。",
        error_messages={"required": "请写怎么称呼您。"},
    )  # fmt: skip
    people = forms.TypedChoiceField(
        label="几个人来", coerce=int, choices=[(n, f"{n} 人") for n in range(1, MOST_PEOPLE + 1)],
        initial=1,
    )  # fmt: skip


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Of every committee here, the next first."""
    places = [c.pk for c in committees()]
    rows: Any = Activity.objects.filter(
        committee_id__in=places, open_to=Activity.OpenTo.PUBLIC, state="open",
        ends_at__gt=timezone.now(),
    ).select_related("committee")  # fmt: skip
    context = {"rows": list(rows.order_by("starts_at", "pk")[:MOST])}
    return render(request, "activities/open.html", context)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is and the form; a place is a code."""
    row = (
        Activity.objects.filter(
            pk=pk, committee_id__in=[c.pk for c in committees()], open_to=Activity.OpenTo.PUBLIC
        )
        .exclude(state="draft")
        .select_related("committee")
        .first()
    )
    if row is None:
        return show(
            request, 404, title="没有这个活动", url=reverse("open-activities"), label="看公开的活动",
            text="它可能不对外，或者已经撤下。",
        )  # fmt: skip
    request.committee = row.committee  # type: ignore[attr-defined]
    form = SignUp(
        request.POST if request.method == "POST" else None, initial={"client_key": str(uuid.uuid4())}
    )  # fmt: skip
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            not_too_often(request, "sign-up", PER_HOUR)
            guest = sign_up_guest(Seat(committee_id=row.committee_id), row.pk, **form.cleaned_data)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(f"{reverse('open-place', args=[guest.public_code])}?new=1")
    left = None if row.capacity is None else max(row.capacity - places_taken(row), 0)
    context = {
        "row": row, "form": form, "problem": problem, "open": open_now(row), "left": left,
        "full": left == 0,
    }  # fmt: skip
    bad = problem or form.errors
    return render(request, "activities/open_page.html", context, status=422 if bad else 200)


@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One's place by its code; POST cancels it."""
    try:
        not_too_often(request, "receipt", LOOKS)
    except Refused as refused:
        return show(request, 429, title="查得太勤了", text=str(refused))
    guest = (
        Guest.objects.filter(public_code=code.upper())
        .select_related("activity", "committee")
        .first()
    )
    if guest is None:
        return show(
            request, 404, title="没有查到", url=reverse("open-activities"), label="看公开的活动",
            text="报名号写错了一位。报名号像 HD-7K2M-H617-QX4T。",
        )  # fmt: skip
    request.committee = guest.committee  # type: ignore[attr-defined]
    problem = ""
    if request.method == "POST":
        try:
            cancel_guest(Seat(committee_id=guest.committee_id), guest.public_code)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "已取消，名额让给别人了。")
            return redirect("open-place", guest.public_code)
    context = {
        "guest": guest, "row": guest.activity, "new": request.GET.get("new") == "1",
        "problem": problem, "over": guest.activity.ends_at <= timezone.now(),
    }  # fmt: skip
    return render(request, "activities/open_place.html", context, status=409 if problem else 200)
