"""届次, 换届 and 分工: the calendar offices are counted by."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.charge import LEADING, take_charge
from ..actions.move_session import move_session
from ..actions.open_session import open_session
from ..actions.open_term import check_start, open_term
from ..forms.calendar import ChargeForm, SessionForm, TermForm
from ..models import Actor, Session, Term, Tie
from ..queries import BUSINESS, current_term, members
from ..terms import leaving
from .filling import fill

K, A = Tie.Kind, Actor.Kind


def word_of(session: Session) -> tuple[str, str]:
    """(tone, word): where the session's window stands today."""
    now = timezone.now()
    if today() < session.window_opens:
        return "", "还没到受理"
    if now <= session.cutoff_at:
        return "act", "正在受理大会提案"
    if today() <= session.closes:
        return "near", "会期中，已截止"
    return "", "已闭会"


@needs(*BUSINESS)
def sessions(request: HttpRequest) -> HttpResponse:
    """Terms with their sessions, newest first."""
    seat, day = seat_of(request), today()
    terms = list(Term.objects.filter(committee_id=seat.committee_id).prefetch_related("sessions"))
    context = {
        "terms": [
            {
                "term": t,
                "past": t.is_past(day),
                "now": not t.is_past(day) and t.start <= day,
                "sessions": [(s, *word_of(s)) for s in t.sessions.all()],
            }
            for t in terms
        ],
        "may_edit": seat.has(Role.CLERK),
    }
    return render(request, "actors/sessions.html", context)


def named(seat: Seat, text: str) -> tuple[list[int], list[str]]:
    """(ids, what could not be told): names or numbers, one a line, among today's members."""
    by_name: dict[str, list[int]] = {}
    by_code: dict[str, int] = {}
    for pk, name, code in members(seat).values_list("pk", "name", "code"):
        by_name.setdefault("".join(name.split()), []).append(pk)
        if code:
            by_code[code] = pk
    ids, wrong = [], []
    for line in text.splitlines():
        word = "".join(line.split())
        if not word:
            continue
        same = [by_code[word]] if word in by_code else by_name.get(word, [])
        if len(same) == 1:
            ids.append(same[0])
        elif same:
            wrong.append(f"{word}（有 {len(same)} 位同名，请写编号）")
        else:
            wrong.append(f"{word}（不是现任委员）")
    return list(dict.fromkeys(ids)), wrong


def staying(seat: Seat, given: dict[str, Any]) -> tuple[list[int], list[str]]:
    """Ids of those who stay, by the form's choice."""
    if given["stay"] == "all":
        return list(members(seat).values_list("pk", flat=True)), []
    if given["stay"] == "named":
        return named(seat, given["names"])
    return [], []


@needs(Role.CLERK)
def term_new(request: HttpRequest) -> HttpResponse:
    """换届: fill in, look who stays and who leaves, then do it."""
    seat = seat_of(request)
    last = Term.objects.filter(committee_id=seat.committee_id).first()
    first = date(last.start.year + 5, last.start.month, 1) if last else today()
    initial = {"number": last.number + 1 if last else 1, "start": first, "stay": "none"}
    form = TermForm(request.POST if request.method == "POST" else None, initial=initial)
    context: dict[str, Any] = {"form": form, "last": last}
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        stay, wrong = staying(seat, given)
        try:
            check_start(seat.committee_id, given["number"], given["start"])
            if wrong:
                form.add_error("names", "这几行认不出：" + "、".join(wrong[:20]))
            elif "confirm" in request.POST:
                term = open_term(seat, number=given["number"], start=given["start"], stay=stay)
                messages.success(request, f"{term}已开。上一届到前一天为止。")
                return redirect("sessions")
        except Refused as refused:
            form.add_error(None, str(refused))
        if not form.errors and "back" not in request.POST:
            context |= dict(zip(("stays", "leaves"), leaving(seat.committee_id, stay), strict=True))
            context["preview"] = True
    return render(request, "actors/term_new.html", context, status=422 if form.errors else 200)


@needs(Role.CLERK)
def session_new(request: HttpRequest) -> HttpResponse:
    """开一次会."""
    seat = seat_of(request)
    term = current_term(seat.committee_id)
    numbers = [0, *term.sessions.values_list("number", flat=True)] if term else [0]
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        terms=Term.objects.filter(committee_id=seat.committee_id, frozen_at__isnull=True),
        initial={"term": term, "number": max(numbers) + 1, "year": today().year + 1},
    )

    def do(**data: Any) -> Any:
        return open_session(seat, **(data | {"term": data["term"].pk}))

    return fill(
        request, form, do, title="开一次会", submit="登记", back=reverse("sessions"), said="已登记。",
        crumbs=[("届次", reverse("sessions")), ("开一次会", "")],
    )  # fmt: skip


@needs(Role.CLERK)
def session_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """改会期; what is filed keeps its class."""
    seat = seat_of(request)
    row = get_object_or_404(Session, pk=pk, committee_id=seat.committee_id)
    name = str(row)
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        instance=row,
        terms=Term.objects.filter(committee_id=seat.committee_id),
    )
    return fill(
        request, form, lambda **data: move_session(seat, pk, **data),
        title=f"改会期：{name}", submit="保存", back=reverse("sessions"),
        said="已改，对以后提交的提案起作用。", crumbs=[("届次", reverse("sessions")), (name, "")],
        lead="改了以后，只影响以后提交的；已经交的，大会、平时不变。",
    )  # fmt: skip


@needs(*BUSINESS)
def charge(request: HttpRequest) -> HttpResponse:
    """分工: leader by leader, on a day (``?on=``), with the history under it."""
    seat = seat_of(request)
    try:
        day = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        day = today()
    ties = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=K.IN_CHARGE)
        .select_related("who", "whom")
        .order_by("whom__kind", "whom__stroke_key", "-start")
    )
    offices = list(
        Tie.objects.filter(committee_id=seat.committee_id, kind=K.OFFICE, title__in=LEADING)
        .on(day)
        .select_related("who")
    )
    offices.sort(key=lambda t: (LEADING.index(t.title), t.rank, t.pk))
    held = [t for t in ties if t.start <= day and (not t.end or t.end >= day)]
    in_charge = {t.whom_id for t in held}
    bodies = Actor.objects.filter(
        committee_id=seat.committee_id, kind=A.SPECIAL_COMMITTEE, active=True
    ).exclude(pk__in=in_charge)
    may_edit = seat.has(Role.CLERK)
    form = (
        ChargeForm(request.POST or None, seat=seat, initial={"start": today()})
        if may_edit
        else None
    )
    status = 200
    if request.method == "POST" and form is not None:
        if form.is_valid():
            try:
                take_charge(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "已调整；起始日以前的事仍由原来的领导负责。")
                return redirect("charge")
        status = 422
    elif request.method == "POST":
        from django.core.exceptions import PermissionDenied

        raise PermissionDenied("只有提案委工作人员可以调整分工。")
    context = {
        "day": day,
        "is_today": day == today(),
        "leaders": [(o, [t for t in held if t.who_id == o.who_id]) for o in offices],
        "nobody": bodies,
        "history": [t for t in ties if t.end and t.end < day],
        "later": [t for t in ties if t.start > day],
        "form": form,
    }
    return render(request, "actors/charge.html", context, status=status)
