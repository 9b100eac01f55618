"""活动: the list, planning one, and its page."""

from dataclasses import replace
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ...procedures.seat import Role, Seat
from ...procedures.table import Table
from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.plan import PLANNERS, plan_activity
from ..causes import ASKED, answered, book
from ..flow import ACTIVITY, ATTENDANCE
from ..flow.who import grants_leave
from ..forms.plan import PlanActivity
from ..heads import heads
from ..kinds import kinds
from ..models import Activity, Attendance, Finding, Guest, Leave
from ..queries import MANAGERS, READERS, manages, visible
from ..roster import when
from ..sheet import lines
from ..signing import EARLY

PAGE = 25
TABS = {"coming": "将要举行", "mine": "我的", "past": "已经举行", "draft": "草拟", "all": "全部"}
BUSINESS = tuple(r for r in Role if r not in (Role.ADMIN, Role.SECURITY, Role.AUDITOR))


def phone(seat: Seat) -> bool:
    """A member's own pages are phone pages."""
    return seat.has(Role.MEMBER) and not seat.has(*READERS)


def base_of(seat: Seat) -> str:
    return "base_phone.html" if phone(seat) else "base.html"


def wanted(rows: QuerySet[Activity], show: str, seat: Seat) -> QuerySet[Activity]:
    """The rows of a tab."""
    now = timezone.now()
    if show == "coming":
        return rows.filter(state="open", ends_at__gte=now).order_by("starts_at", "id")
    if show == "past":
        return rows.filter(Q(ends_at__lt=now) | Q(state__in=["closed", "withdrawn"]))
    if show == "draft":
        return rows.filter(state="draft")
    if show == "mine":
        own = Attendance.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
        return rows.filter(pk__in=own.values("activity_id"))
    return rows


@needs(*BUSINESS)
def activities(request: HttpRequest) -> HttpResponse:
    """By time and kind; all of it stands in the address."""
    request.loop_step = "学习"  # type: ignore[attr-defined]
    seat = seat_of(request)
    names = [t for t in TABS if t != "draft" or seat.has(*MANAGERS)]
    names = [t for t in names if t != "mine" or seat.has(Role.MEMBER)]
    show = request.GET.get("show", "coming")
    show = show if show in names else "coming"
    kind = request.GET.get("kind", "")
    rows = wanted(visible(seat), show, seat)
    if kind in kinds():
        rows = rows.filter(kind=kind)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    answer(seat, page.object_list)
    tabs = [
        {
            "label": TABS[name],
            "url": f"?show={name}" + (f"&kind={kind}" if kind else ""),
            "count": None,
            "current": name == show,
        }
        for name in names
    ]
    return render(
        request,
        "activities/list.html",
        {
            "base": base_of(seat),
            "tabs": tabs,
            "page_obj": page,
            "kinds": kinds().values(),
            "kind": kind,
            "show": show,
            "may_plan": seat.has(*PLANNERS),
            "states": ACTIVITY.states,
            "desk": seat.has(*READERS),
        },
    )


def answer(seat: Seat, rows: Any) -> None:
    """Hang on each row of a page one's own answer and the head count; two questions."""
    found = list(rows)
    own = {
        a.activity_id: a
        for a in Attendance.objects.filter(
            committee_id=seat.committee_id, person_id=seat.person_id, activity__in=found
        )
    }
    counts = {
        r["activity_id"]: r
        for r in Attendance.objects.filter(
            committee_id=seat.committee_id, activity_id__in=[a.pk for a in found]
        )
        .values("activity_id")
        .annotate(
            people=Count("pk"),
            going=Count("pk", filter=Q(state="going")),
            waiting=Count("pk", filter=Q(state="invited")),
        )
        .order_by()
    }
    for row in found:
        mine = own.get(row.pk)
        row.own = mine
        row.own_label = ATTENDANCE.label_of(mine.state) if mine else ""
        row.state_label = ACTIVITY.label_of(row.state)
        row.counts = counts.get(row.pk, {"people": 0, "going": 0, "waiting": 0})


@needs(*PLANNERS)
def new(request: HttpRequest) -> HttpResponse:
    """Plan one; what was typed stays when something is missing."""
    request.loop_step = "学习"  # type: ignore[attr-defined]
    seat = seat_of(request)
    form = PlanActivity(request.POST or None, seat=seat)
    if request.method == "POST" and form.is_valid():
        try:
            row = plan_activity(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已计划：{row}。接下来邀请人。")
            return redirect("activity", pk=row.pk)
    status = 422 if form.errors else 200
    return render(request, "activities/new.html", {"form": form}, status=status)


def verbs_of(
    table: Any, name: str, seat: Seat, row: Any, back: str, but: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """Buttons, as parts/verbs.html wants them."""
    return [button(offer, name, row.pk, back) for offer in offers(without(table, but), seat, row)]


def without(table: Table, but: tuple[str, ...]) -> Table:
    """The table without verbs that have pages of their own: their conditions are not asked."""
    return replace(table, moves=tuple(m for m in table.moves if m.verb not in but))


# Reached by their own pages, not by a button among the others.
APART = ("sign_in", "tick", "merge_ticks", "add_card", "finish_chore")


@needs(*BUSINESS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """One activity: what, when, where; my answer; who comes; what was seen."""
    request.loop_step = "学习"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(
        visible(seat).select_related("project", "host").prefetch_related("sittings"), pk=pk
    )
    now = timezone.now()
    desk = manages(seat, row) or seat.has(*READERS)
    mine = next(
        iter(lines(row, Attendance.objects.filter(activity=row, person_id=seat.person_id))), None
    )
    own = mine.row if mine else None
    context: dict[str, Any] = {
        "base": base_of(seat),
        "row": row,
        "state_label": ACTIVITY.label_of(row.state),
        "when": when(row),
        "sittings": list(row.sittings.all()),
        "own": own,
        "desk": desk,
        "manages": manages(seat, row),
        "now": now,
        # Who is on the list answers the invitation; signing up is for the others.
        "verbs": verbs_of(
            ACTIVITY, "activity", seat, row, request.path, (*APART, *(("sign_up",) if own else ()))
        ),
        "picks": seat.has(Role.CLERK, Role.ORGANISER),
        "signing": row.state == "open" and row.starts_at - EARLY <= now <= row.ends_at,
        "may_card": row.state in ("open", "closed")
        and row.starts_at <= now
        and (own or manages(seat, row)),
    }
    if own is not None:
        context |= {
            "mine": mine,
            # Who is here answers no invitation any more; of several sittings the next is still open.
            "here": bool(mine and mine.came_at) and len(row.sittings.all()) == 1,
            "own_label": ATTENDANCE.label_of(own.state),
            "own_verbs": verbs_of(
                ATTENDANCE,
                "attendance",
                seat,
                own,
                request.path,
                ("grant_leave", "refuse_leave", "correct_attendance", "say_cause"),
            ),
            "causes": book().causes
            if mine and mine.outcome.key in ASKED and not answered(own)
            else (),
            "my_leaves": list(Leave.objects.filter(attendance=own))
            if own.state != "invited"
            else [],
            "my_corrections": list(own.corrections.all()) if row.state == "closed" else [],
        }
    if desk:
        said = heads(row)
        pages = Paginator(
            Attendance.objects.filter(activity=row).order_by("person__stroke_key", "id"), 50
        )
        pages.count = said.people  # type: ignore[misc]  # counted with the heads already
        people = pages.get_page(request.GET.get("page"))
        context |= {
            "heads": said,
            "page_obj": people,
            "people": lines(row, cast(QuerySet[Attendance], people.object_list)),
            "attendance_states": ATTENDANCE.states,
            # What had to be ready before the day is past when it is closed.
            "chores": list(row.chores.all()) if row.state in ("draft", "open") else [],
            "leaves_waiting": said.asking,
            "grants": any_leave(seat, row),
        }
    if context["manages"] and row.open_to == Activity.OpenTo.PUBLIC:
        guests = list(Guest.objects.filter(activity=row, state="coming").order_by("pk")[:500])
        context |= {"guests": guests, "guest_heads": sum(g.people for g in guests)}
    found = Finding.objects.filter(activity=row).select_related("unit", "photo", "second_photo")
    context["findings"] = list(found[:50])
    return render(request, "activities/page.html", context)


def any_leave(seat: Seat, row: Activity) -> bool:
    """Whether this seat is one that grants leave of this activity."""
    return grants_leave(seat, Attendance(activity=row, person_id=0)) is None
