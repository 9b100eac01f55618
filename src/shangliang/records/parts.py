"""The parts of a number: the very rows its condition counted, as far as the seat may open them."""

from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from ..actors.models import Actor, Session
from ..procedures.seat import Role, Seat
from ..submissions.models import ServiceRating, Submission
from ..submissions.queries import visible
from ..submissions.register import sees_ratings
from ..tasks.queries import visible as visible_tasks
from . import duties, measures, people, promises, rubric, service
from .statistics import facts

WATCH = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER)
Kind = Literal["proposals", "tasks", "people"]


class NoSuchPart(LookupError):
    """No number has this name, or this seat may not open it."""


@dataclass
class Parts:
    """``rows`` the seat may open, out of ``total``."""

    title: str
    says: str
    kind: Kind
    rows: QuerySet[Any]
    total: int

    @property
    def unit(self) -> str:
        """The word one of them is counted with."""
        return {"proposals": "件", "tasks": "项", "people": "人"}[self.kind]


def open_parts(seat: Seat, key: str, session: Session, unit: Actor | None = None) -> Parts:
    """The rows behind a number. Raises NoSuchPart."""
    if (key in measures.RATINGS or key in duties.RATINGS) and not sees_ratings(seat):
        raise NoSuchPart(key)
    if key == "proposed":
        who = people.who_proposed(session).order_by("stroke_key", "id")
        return Parts("提了提案的委员", "第一提案人或已会签的联名人", "people", who, who.count())
    if found := {m.key: m for m in promises.measures()}.get(key):
        return tasks(seat, found, session, unit)
    if key in duties.BY_KEY:
        return of_unit(seat, duties.BY_KEY[key], session, unit)
    if key.startswith("weak_"):
        return weak(seat, key.removeprefix("weak_"), session)
    if key.startswith("slow_"):
        return slow(seat, key.removeprefix("slow_"), session)
    if key.startswith("late_"):
        return late(seat, key.removeprefix("late_"))
    if key == "service_rated":
        return rated_service(seat, session)
    known = measures.Measures(seat.committee_id)
    if key not in known.by_key:
        raise NoSuchPart(key)
    measure = known.by_key[key]
    total = facts(seat.committee_id, [session])[session.pk][key]
    rows = known.rows([session.pk], among=visible(seat)).filter(measure.q)
    return Parts(measure.label, measure.says, "proposals", rows.order_by("number", "id"), total)


def proposals(
    seat: Seat, title: str, says: str, rows: QuerySet[Submission], total: int | None = None
) -> Parts:
    """Listed by number; rows the seat may not see are counted and not listed."""
    if total is None:
        total = rows.order_by().count()
    seen = rows.filter(pk__in=visible(seat).values("pk")) if seat.signed_in else rows.none()
    order = ("number", "id") if not rows.query.order_by else ()
    return Parts(title, says, "proposals", seen.order_by(*order) if order else seen, total)


def tasks(seat: Seat, measure: measures.Measure, session: Session, unit: Actor | None) -> Parts:
    """Promises."""
    rows = promises.rows(seat.committee_id, [session.pk]).filter(measure.q)
    if unit:
        rows = rows.filter(owner=unit)
    seen = rows.filter(pk__in=visible_tasks(seat).values("pk")).select_related("owner")
    number = Submission.objects.filter(committee_id=seat.committee_id, pk=OuterRef("case_id"))
    seen = seen.annotate(case_number=Subquery(number.values("number")[:1]))
    return Parts(measure.label, measure.says, "tasks", seen.order_by("due_on", "id"), rows.count())


def of_unit(seat: Seat, measure: measures.Measure, session: Session, unit: Actor | None) -> Parts:
    """Proposals of one unit's duties (of all units when none is named)."""
    if not seat.has(*WATCH):
        raise NoSuchPart(measure.key)
    found = duties.rows(seat.committee_id, [session.pk]).filter(measure.q)
    if unit:
        found = found.filter(unit=unit)
    total = found.count()
    rows = Submission.objects.filter(
        Exists(found.filter(submission=OuterRef("pk"))), committee_id=seat.committee_id
    ).order_by()
    title = f"{unit}：{measure.label}" if unit else measure.label
    return proposals(seat, title, measure.says, rows, total)


def weak(seat: Seat, key: str, session: Session) -> Parts:
    """Proposals weak in one point of the rubric."""
    labels = rubric.points(seat.committee_id)
    if key not in labels or not seat.has(*WATCH):
        raise NoSuchPart(key)
    rows = Submission.objects.filter(committee_id=seat.committee_id, session=session).order_by()
    return proposals(seat, f"审查认为弱：{labels[key]}", "", rubric.weak_in(rows, key))


def slow(seat: Seat, key: str, session: Session) -> Parts:
    """Cases of a step of the office, the longest first."""
    step = service.BY_KEY.get(key)
    if step is None or not seat.has(*WATCH):
        raise NoSuchPart(key)
    rows = service.slowest(seat.committee_id, session.pk, key)
    if step.model is not Submission:
        longest = rows.filter(submission=OuterRef("pk")).values("days")[:1]
        rows = (
            Submission.objects.filter(committee_id=seat.committee_id, session=session)
            .annotate(days=Subquery(longest))
            .filter(days__isnull=False)
            .order_by("-days", "pk")
        )
    return proposals(seat, f"{step.label}：由长到短", "天数按 24 小时计", rows)


def late(seat: Seat, key: str) -> Parts:
    """Cases whose limit in the office has passed and that still wait, whatever the session."""
    step = service.BY_KEY.get(key)
    if step is None or not seat.has(*WATCH):
        raise NoSuchPart(key)
    clocks = service.overdue(seat.committee_id).filter(
        kind=key, case_type="submission", case_id=OuterRef("pk")
    )
    rows = Submission.objects.filter(Exists(clocks), committee_id=seat.committee_id).order_by()
    return proposals(seat, f"{step.label}：现在逾期", "期限按规程，已过而还没有办的", rows)


def rated_service(seat: Seat, session: Session) -> Parts:
    """Proposals whose people rated the service, the lowest first; for the office alone."""
    if not seat.has(Role.CLERK):
        raise NoSuchPart("service_rated")
    given = ServiceRating.objects.filter(submission=OuterRef("pk")).order_by("score", "id")
    rows = (
        Submission.objects.filter(committee_id=seat.committee_id, session=session)
        .annotate(
            score=Subquery(given.values("score")[:1]), words=Subquery(given.values("text")[:1])
        )
        .filter(score__isnull=False)
        .order_by("score", "pk")
    )
    return proposals(seat, "评过服务的提案：低分在前", "一件几人评的，列最低的一个", rows)


def unit_named(seat: Seat, pk: int | None) -> Actor | None:
    """A unit of the committee by id."""
    rows = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT)
    return rows.filter(pk=pk).first() if pk else None
