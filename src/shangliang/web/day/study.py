"""Study on one's day: what is near or late, a contest that is on; for the office, what to end."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...study.models import Drill, Quiz, QuizEntry, StudyDuty, StudyPaper
from ...study.who import KEEPERS, LEARNERS
from ...submissions.chain.lamps import Light
from .cards import Card, link

NEAR = timedelta(days=7)
SHOWN = 5


def duties(seat: Seat) -> Iterator[Card]:
    """What must be done within a week, or should have been."""
    rows = (
        StudyDuty.objects.filter(
            committee_id=seat.committee_id,
            person_id=seat.person_id,
            state="todo",
            item__state="open",
            layer__due_on__lte=today() + NEAR,
        )
        .exclude(item__kind="quiz")
        .select_related("item", "layer")
        .order_by("layer__due_on", "pk")[:SHOWN]
    )
    for row in rows:
        due = row.layer.due_on
        days = (due - today()).days
        word = f"过了 {-days} 天" if days < 0 else "今天到" if days == 0 else f"还有 {days} 天"
        lamp = Light(
            "red" if days < 0 else "yellow" if days <= 3 else "green", word, due, late=days < 0
        )
        verb = {"reading": "去读", "paper": "交文章"}.get(row.item.kind, "看时间地点")
        yield Card(
            row.item.title,
            verb,
            link("study-item", row.item_id),
            f"{due:%-m-%-d} 前学完",
            row.item.get_kind_display(),
            lamp,
        )


def contests(seat: Seat) -> Iterator[Card]:
    """A contest one can enter or go on with now."""
    now = timezone.now()
    mine = QuizEntry.objects.filter(quiz=OuterRef("pk"), person_id=seat.person_id, state="handed")
    rows = Quiz.objects.filter(
        committee_id=seat.committee_id, state="open", starts_at__lte=now, ends_at__gt=now
    ).filter(~Exists(mine))
    for row in rows.order_by("ends_at", "pk")[:SHOWN]:
        yield Card(
            row.title,
            "去答题",
            link("quiz", row.pk),
            f"{timezone.localtime(row.ends_at):%-m-%-d %H:%M} 结束，{row.minutes} 分钟",
            "知识竞赛",
        )


def drills(seat: Seat) -> Iterator[Card]:
    """Mistakes that return today: one card for all of them."""
    count = Drill.objects.filter(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        closed_on=None,
        due_on__lte=today(),
    ).count()
    if count:
        yield Card(
            f"{count} 道错题今天该练",
            "练错题",
            link("study-practice", query="?wrong=1"),
            "",
            "练习",
            count=count,
        )


def to_keep(seat: Seat) -> Iterator[Card]:
    """Contests whose time is over, and papers nobody has read yet."""
    over = Quiz.objects.filter(
        committee_id=seat.committee_id, state="open", ends_at__lte=timezone.now()
    )
    for row in over.order_by("ends_at", "pk")[:SHOWN]:
        yield Card(row.title, "结束，出榜", link("quiz", row.pk), "时间到了", "知识竞赛")
    count = StudyPaper.objects.filter(
        committee_id=seat.committee_id, state="handed", comments=None
    ).count()
    if count:
        yield Card(
            f"{count} 篇学习文章还没有人看",
            "去看",
            link("study-papers", query="?show=handed"),
            "",
            "学习文章",
            count=count,
        )


def cards(seat: Seat) -> Iterator[Card]:
    """Of those who learn; and of those who keep the plan."""
    if seat.has(*LEARNERS):
        yield from duties(seat)
        yield from contests(seat)
        yield from drills(seat)
    if seat.has(*KEEPERS):
        yield from to_keep(seat)
