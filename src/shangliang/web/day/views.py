"""``/`` and ``/day/``: the first page of everybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ...journal.kept import kept
from ...notices.models import Notice
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...publishing import plain
from ...publishing.queries import committees, published
from ..access import needs, seat_of
from ..nav import find
from . import (
    activities,
    cycles,
    duties,
    groups,
    keepers,
    members,
    office,
    publications,
    study,
    topics,
    units,
    voices,
)
from .cards import Day

ROOMS = (activities, voices, duties, cycles, topics, groups, study, publications, keepers)
WRITERS = (Role.MEMBER, Role.DRAFTER, Role.APPROVER)
OFFICE = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR)
WEEKDAYS = "一二三四五六日"
SHOWN = 12
MOST = 200  # unread messages read at once

# What stands here once there is something: the first visit teaches.
TEACH = (
    (
        WRITERS,
        "现在没有等您办的事",
        "有人邀您联名、您的提案退回修改或有了答复，都会在这里，每件一个按钮。",
        "proposal-new",
        "写一件",
    ),
    (
        OFFICE,
        "现在没有等您办的件",
        "新来件、申退、延期、待审核的答复和待核实的承诺都会在这里，逾期的排在最前。",
        "proposals",
        "看全部提案",
    ),
    (
        (Role.UNIT_STAFF, Role.UNIT_HEAD),
        "现在没有等本单位办的件",
        "交办来的提案先在这里签收；要答复、要会签、要兑现的承诺，到期近的排在前面。",
        "unit-desk",
        "看承办台",
    ),
    (
        (Role.LEADER,),
        "现在没有等您定的事",
        "等您定的督办方案、评优和逾期的提案会在这里。",
        "leader",
        "看领导一页",
    ),
    (
        (Role.AUDITOR,),
        "没有要处理的",
        "缺规程、缺届次、作业没有做成、消息没送到，会在这里。",
        "journal",
        "看事件链",
    ),
    (
        (Role.ADMIN, Role.SECURITY),
        "没有要处理的",
        "缺规程、缺届次、作业没有做成、消息没送到，会在这里。",
        "accounts",
        "看账号",
    ),
)


def day_of(seat: Seat) -> Day:
    """The cards of all roles of the seat."""
    day = Day()
    if seat.has(*WRITERS):
        day.add(members.cards(seat))
    if seat.has(*OFFICE):
        day.add(office.cards(seat, day))
    if seat.units:
        day.add(units.cards(seat))
    # Each room asks a question or two: asked again when something has happened in the committee, or
    # at the next five minutes, since a sign-in opens by the clock.
    now = timezone.now()
    roles = ",".join(sorted(seat.roles))
    name = f"day:{seat.person_id}:{roles}:{now:%H}{now.minute // 5}"
    day.add(kept(seat.committee_id, name, lambda: [c for room in ROOMS for c in room.cards(seat)]))
    return day


@require_safe
@needs()
def day(request: HttpRequest) -> HttpResponse:
    """My day: waits for me, changed, late."""
    seat = seat_of(request)
    found = day_of(seat)
    # One question for what is new and for the number beside the menu.
    unread = list(
        Notice.objects.filter(
            committee_id=seat.committee_id, to_id=seat.person_id, read_at__isnull=True
        )[:MOST]
    )
    news = [row for row in unread if not row.needs_act][:9]
    if len(unread) < MOST:
        request.counts = {"messages": len(unread)}  # type: ignore[attr-defined]
    late = office.latest_late(seat) if seat.has(*OFFICE, Role.LEADER) and found.late else []
    wide = request.GET.get("all") == "1"
    cards = found.sorted() if wide else found.first(SHOWN)
    teach = next((row[1:] for row in TEACH if seat.has(*row[0])), TEACH[0][1:])
    now = today()
    phone = seat.has(*WRITERS) and not seat.has(*OFFICE, Role.LEADER, Role.ADMIN) and not seat.units
    return render(
        request,
        "day/phone.html" if phone else "day/desk.html",
        {
            "day": found,
            "member": seat.has(Role.MEMBER),
            "cards": cards,
            "more": len(found.cards) - len(cards),
            "wide": wide and len(cards) > SHOWN,
            "news": news[:8],
            "news_count": "8+" if len(news) > 8 else len(news),
            "late_rows": late,
            "teach": {
                "title": teach[0],
                "text": teach[1],
                "url": find((teach[2],)),
                "label": teach[3],
            },
            "today": now,
            "weekday": f"周{WEEKDAYS[now.weekday()]}",
            "messages_url": find(("messages",)),
        },
    )


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Signed in: my day. A visitor: what this is, look up by code, what was done."""
    if seat_of(request).signed_in:
        return redirect("day")
    places = committees()
    place = places[0] if places else None
    request.committee = place  # type: ignore[attr-defined]
    recent = []
    if place:
        rows = published(place.pk).filter(state="closed")
        recent = list(rows.order_by("-publication__published_at", "-pk")[:6])
    for case in recent:
        case.plain_state = plain.STATES[case.state]  # type: ignore[attr-defined]
        case.plain_tone = plain.TONES[case.state]  # type: ignore[attr-defined]
    return render(
        request,
        "day/hello.html",
        {
            "place": place,
            "recent": recent,
            "demo_url": find(("demo-entry",)) if settings.DEMO else "",
            "sign_in_url": find(("sign-in",)),
        },
    )
