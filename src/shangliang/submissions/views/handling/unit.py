"""承办单位的工作台: three answers, one next step a row, signing in bulk."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ....procedures.seat import Role
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.accept import accept
from ...handling.desk import SHOWS, counts, duties, page_rows, wanted
from ...models import Assignment

PAGE = 25


class Filter(forms.Form):
    """What the desk can be narrowed by; all of it stands in the address."""

    q = forms.CharField(label="案号或案由", required=False)
    role = forms.ChoiceField(
        label="办理方式", choices=[("", "全部"), *Assignment.Role.choices], required=False
    )
    show = forms.CharField(widget=forms.HiddenInput, required=False)


class Counted(Paginator):
    """A paginator told its count, so that the count of the tab is not asked twice."""

    def __init__(self, rows: Any, size: int, count: int | None) -> None:
        super().__init__(rows, size)
        if count is not None:
            self.count = count  # type: ignore[misc]


def search(text: str) -> Q:
    """By number when it is one, else by words of the title."""
    text = text.strip()
    number = text.removeprefix("第").removesuffix("号").strip()
    if number.isdecimal() and len(number) < 8:
        return Q(submission__number=int(number))
    return Q(submission__title__icontains=text)


@needs(Role.UNIT_STAFF, Role.UNIT_HEAD)
def desk(request: HttpRequest) -> HttpResponse:
    """The duties of the seat's units, the most pressing first."""
    seat = seat_of(request)
    form = Filter(request.GET)
    form.is_valid()
    chosen = form.cleaned_data
    show = chosen.get("show") or "todo"
    show = show if show in SHOWS else "todo"
    rows = duties(seat)
    tally = counts(rows)
    found = rows.filter(wanted(show))
    narrowed = False
    if text := chosen.get("q"):
        found, narrowed = found.filter(search(text)), True
    if role := chosen.get("role"):
        found, narrowed = found.filter(role=role), True
    found = found.order_by(F("due").asc(nulls_last=True), "-pk")
    page = Counted(found, PAGE, None if narrowed else tally[show]).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "show": show,
        "tally": tally,
        "page_obj": page,
        "rows": page_rows(seat, page.object_list),
        "many_units": len(seat.units) > 1,
        "tabs": [
            {
                "label": label,
                "url": f"?show={name}",
                "count": tally[name],
                "current": name == show,
            }
            for name, label in SHOWS.items()
        ],
        "columns": ["提案", "下一步", "逐条", "时限"],
    }
    return render(request, "submissions/handling/unit.html", context)


@require_POST
@needs(Role.UNIT_STAFF, Role.UNIT_HEAD)
def accept_many(request: HttpRequest) -> HttpResponse:
    """签收 of the ticked ones, each checked alone; what cannot be signed is named with its reason."""
    seat = seat_of(request)
    chosen = [int(v) for v in request.POST.getlist("selected") if v.isdecimal() and len(v) < 19]
    done, refused = 0, []
    for pk in chosen[:200]:
        try:
            accept(seat, pk)
        except Refused as said:
            refused.append(str(said))
        else:
            done += 1
    if not chosen:
        messages.warning(request, "还没有勾选。请先勾选要签收的提案。")
    if done:
        messages.success(request, f"已签收 {done} 件")
    for reason in dict.fromkeys(refused):
        messages.error(request, f"{refused.count(reason)} 件没有签收：{reason}")
    return redirect(back(request, "unit-desk"))


def back(request: HttpRequest, name: str) -> str:
    """The list one came from, with its filters."""
    wanted_url = request.POST.get("next", "")
    if wanted_url and url_has_allowed_host_and_scheme(wanted_url, {request.get_host()}):
        return wanted_url
    return reverse(name)


@needs()
def front(request: HttpRequest) -> HttpResponse:
    """办理 in the menu: each to the page of handling that is theirs."""
    seat = seat_of(request)
    if seat.units:
        return redirect("unit-desk")
    if seat.has(Role.SUPERVISOR, Role.CLERK, Role.LEADER):
        return redirect("supervise")
    return redirect("commitments")
