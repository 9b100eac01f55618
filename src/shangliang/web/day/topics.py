"""Consulting on one's day: a vote, marks to give, an answer owed, meetings to prepare, matters to take up."""

from collections.abc import Iterator

from django.core.cache import cache
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...topics.models import Advice, Consultation, Elector, Judge, Party, Result, Side, Topic
from .cards import Card, clocks_of, light, link

SHOWN = 8
NEXT = {
    "planned": "发通知",
    "noticed": "送材料",
    "prepared": "开会",
    "held": "拟纪要",
    "answered": "办结",
}


def votes(seat: Seat) -> Iterator[Card]:
    """A 建议案 waits for my vote."""
    rows = Elector.objects.filter(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        voted=False,
        adoption__state="open",
    ).select_related("adoption__result")[:SHOWN]
    for row in rows:
        result = row.adoption.result
        how = row.adoption.get_kind_display()
        yield Card(result.title, "投票", link("result", result.pk), how, "等您表决")


def marks(seat: Seat) -> Iterator[Card]:
    """Topics this judge has not marked, as one queue."""
    own = {"committee_id": seat.committee_id}
    judges: set[int] = cache.get_or_set(  # type: ignore[assignment]
        f"judges:{seat.committee_id}:{today().year}",
        lambda: set(
            Judge.objects.filter(**own, year__gte=today().year).values_list("person_id", flat=True)
        ),
        60,
    )
    if seat.person_id not in judges:
        return
    left = (
        Topic.objects.filter(**own, state="pool", room__isnull=True)
        .exclude(judgements__judge_id=seat.person_id)
        .count()
    )
    if left:
        yield Card(
            "选题评议", "打分", link("topic-judging"), f"{left} 件议题", "等您打分", count=left
        )


def answers(seat: Seat) -> Iterator[Card]:
    """My units owe an answer to a consultation, or to a recommendation."""
    own = {"committee_id": seat.committee_id}
    rows = list(
        Consultation.objects.filter(
            **own,
            state="recorded",
            parties__in=Party.objects.filter(
                **own, side="answers", actor_id__in=seat.units, answered_on__isnull=True
            ),
        ).distinct()[:SHOWN]
    )
    clocks = clocks_of(rows, "consultation", "answer")
    for case in rows:
        yield Card(
            case.title,
            "写答复",
            link("consultation", case.pk),
            case.kind.short,
            "协商等答复",
            light(clocks.get(case.pk)),
        )
    advices = Advice.objects.filter(
        **own, unit_id__in=seat.units, outcome="", result__state="issued"
    ).select_related("result")[:SHOWN]
    for advice in advices:
        title = f"第 {advice.order} 条 {advice.text[:40]}"
        yield Card(
            title, "答复", link("result", advice.result_id), advice.result.title, "建议等答复"
        )


def meetings(seat: Seat) -> Iterator[Card]:
    """What I arranged and what moves next."""
    rows = list(
        Consultation.objects.filter(
            committee_id=seat.committee_id, made_by_id=seat.person_id, state__in=NEXT
        )
        .select_related("room")
        .order_by("starts_at")[:SHOWN]
    )
    clocks = clocks_of(rows, "consultation", "notice", "materials", "minutes")
    for case in rows:
        page = "room-session" if case.room_id else "consultation"
        when = f"{timezone.localtime(case.starts_at):%-m-%d %H:%M}" if case.starts_at else ""
        yield Card(
            case.title,
            NEXT[case.state],
            link(page, case.pk),
            " ".join(x for x in (when, case.place) if x),
            case.kind.short,
            light(clocks.get(case.pk)),
        )


def matters(seat: Seat) -> Iterator[Card]:
    """What was nominated to the rooms I convene."""
    rows = Topic.objects.filter(
        committee_id=seat.committee_id, room_id__in=seat.rooms, state="pool"
    )[:SHOWN]
    for row in rows:
        yield Card(
            row.title, "看、选", link("topic", row.pk), row.get_source_display(), "提到议事室的事"
        )


def invitations(seat: Seat) -> Iterator[Card]:
    """Joint work where our side has not agreed to the text."""
    rows = Side.objects.filter(
        committee_id=seat.committee_id, state="writing", space__finished_on__isnull=True
    ).select_related("space")[:SHOWN]
    seen: set[int] = set()
    for row in rows:
        if row.space_id not in seen:
            seen.add(row.space_id)
            yield Card(
                row.space.title,
                "看、写本方的",
                link("joint-space", row.space_id),
                row.space.get_kind_display(),
                "联合协商",
            )


def signing(seat: Seat) -> Iterator[Card]:
    """Minutes and results that wait for a leader's signature."""
    own = {"committee_id": seat.committee_id}
    rows = Consultation.objects.filter(**own, state="held", room__isnull=True).exclude(minutes="")
    for case in rows.exclude(drafted_by_id=seat.person_id)[:SHOWN]:
        yield Card(case.title, "看、签发", link("minutes", case.pk), case.kind.short, "纪要等签发")
    for result in Result.objects.filter(**own, state="adopted")[:SHOWN]:
        yield Card(result.title, "签发", link("result", result.pk), "已表决通过", "建议案等签发")


def cards(seat: Seat) -> Iterator[Card]:
    """What waits for this seat in consulting."""
    if seat.has(Role.MEMBER, Role.LEADER):
        yield from votes(seat)
    if seat.has(Role.MEMBER, Role.LEADER, Role.ORGANISER, Role.CLERK):
        yield from marks(seat)
    if seat.units:
        yield from answers(seat)
    if seat.has(Role.ORGANISER, Role.CONVENOR):
        yield from meetings(seat)
    if seat.rooms:
        yield from matters(seat)
    if seat.has(Role.ORGANISER):
        yield from invitations(seat)
    if seat.has(Role.LEADER):
        yield from signing(seat)
