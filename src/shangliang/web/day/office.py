"""The proposal committee's office and the supervising office: queues, and what is late in them."""

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q

from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...submissions.chain.lamps import light_of
from ...submissions.models import Assignment, Extension, Rating, Reply, Submission
from ...tasks.models import Task
from .cards import Card, Day, link, name, overdue


def by_state(seat: Seat) -> dict[str, int]:
    """How many proposals stand in each state that waits for an office; one question."""
    rows = (
        Submission.objects.filter(
            committee_id=seat.committee_id,
            state__in=["submitted", "reviewing", "filed", "replied"],
        )
        .order_by()
        .values_list("state")
        .annotate(n=Count("pk"))
    )
    return dict(rows)


def queue(title: str, count: int, verb: str, url: str, note: str = "") -> Iterator[Card]:
    if count:
        yield Card(f"{title} {count} 件", verb, url, note, count=count)


def ready_to_close(seat: Seat) -> int:
    """Answered ones whose rating is over: rated by all, or the window has passed."""
    open_rating = Clock.objects.filter(
        committee_id=seat.committee_id,
        about_type="submission",
        about_id=OuterRef("pk"),
        kind="rating",
        met_on__isnull=True,
        dropped_on__isnull=True,
        due_on__gte=today(),
    )
    return (
        Submission.objects.filter(committee_id=seat.committee_id, state="replied")
        .exclude(Exists(open_rating))
        .count()
    )


def entered(seat: Seat) -> Iterator[Card]:
    """What I entered for a member from paper and came back: nobody else will mend it."""
    rows = Submission.objects.filter(
        committee_id=seat.committee_id, entered_by_id=seat.person_id, state="returned"
    ).select_related("author")
    for case in rows.order_by("-saved_at")[:10]:
        note = f"代{case.author.name}录入"
        yield Card(
            case.short_title, "看意见、修改", link("proposal-edit", case.pk), note, "退回修改"
        )


def clerk(seat: Seat, counts: dict[str, int]) -> Iterator[Card]:
    yield from entered(seat)
    desk = link("review-desk")
    yield from queue("待审查", counts.get("submitted", 0), "去审查", desk)
    if seat.has(Role.SECOND_REVIEWER):
        second = counts.get("reviewing", 0)
        yield from queue("待复审", second, "去复审", f"{desk}?tab=second")
    if not seat.has(Role.SUPERVISOR):
        filed = counts.get("filed", 0)
        yield from queue("已立案，待交办", filed, "去交办台", link("assign-desk"))
    if counts.get("replied"):
        closing = link("proposals", query="?state=replied")
        yield from queue("评价已齐或期满，待办结", ready_to_close(seat), "去办结", closing)


def supervisor(seat: Seat, counts: dict[str, int]) -> Iterator[Card]:
    """Assigning, answering requests, checking replies, unhappy proposers, promises to verify."""
    filed = counts.get("filed", 0)
    yield from queue("已立案，待交办", filed, "去交办", link("assign-desk"))
    asked = Extension.objects.filter(assignment=OuterRef("pk"), state="open")
    rows = list(
        Assignment.objects.filter(committee_id=seat.committee_id)
        .annotate(more_time=Exists(asked))
        .filter(Q(state="contested") | Q(state__in=["issued", "accepted"], more_time=True))
        .select_related("submission")
        .order_by("-id")[:20]
    )
    for row in rows:
        word = "延期申请" if row.more_time else "申退"
        case = row.submission
        yield Card(name(case), "去答复", link("proposal", case.pk), "", word)
    for reply in Reply.objects.filter(
        committee_id=seat.committee_id, state="checking"
    ).select_related("submission", "assignment__unit")[:10]:
        unit = str(reply.assignment.unit)
        yield Card(name(reply.submission), "审核", link("reply", reply.pk), unit, "答复待审核")
    if counts.get("replied"):
        unhappy = Rating.objects.filter(
            submission=OuterRef("pk"), round=OuterRef("round"), result="not"
        )
        for case in Submission.objects.filter(
            Exists(unhappy), committee_id=seat.committee_id, state="replied"
        )[:10]:
            yield Card(name(case), "看是否重办", link("proposal", case.pk), "", "有提案人不满意")


def verify(seat: Seat) -> Iterator[Card]:
    reported = Task.objects.filter(committee_id=seat.committee_id, state="reported").count()
    url = link("board", query="?group=reported")
    yield from queue("单位报结，待核实", reported, "去核实", url)


def cards(seat: Seat, day: Day) -> Iterator[Card]:
    """Both offices' cards; the late count is the committee's own."""
    counts = by_state(seat)
    if seat.has(Role.CLERK, Role.SECOND_REVIEWER):
        yield from clerk(seat, counts)
    if seat.has(Role.SUPERVISOR):
        yield from supervisor(seat, counts)
        yield from verify(seat)
    day.late += overdue(seat.committee_id).count()
    day.late_url = link("supervise", query="?list=late")


def latest_late(seat: Seat, limit: int = 6) -> list[dict[str, object]]:
    """The longest overdue, with case and unit; two questions."""
    clocks = list(
        overdue(seat.committee_id)
        .filter(case_type="submission")
        .select_related("unit")
        .order_by("due_on")[:limit]
    )
    cases = {
        c.pk: c
        for c in Submission.objects.filter(
            committee_id=seat.committee_id, pk__in={c.case_id for c in clocks}
        )
    }
    return [
        {"clock": c, "case": cases[c.case_id], "light": light_of(c)}
        for c in clocks
        if c.case_id in cases
    ]
