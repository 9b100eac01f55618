"""Study on one's day: what is near or late, a contest that is on; for the office, what to end.

One question for all of it: the day has many rooms to ask.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, DateField, Exists, F, IntegerField, OuterRef, Value
from django.db.models.functions import TruncDate
from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...study.models import Drill, Quiz, QuizEntry, StudyDuty, StudyPaper
from ...study.who import KEEPERS, LEARNERS
from ...submissions.chain.lamps import Light
from .cards import Card, link

NEAR = timedelta(days=7)
SHOWN = 5
NO_DAY = Value(None, output_field=DateField())
VERBS = {"reading": "去读", "paper": "交文章"}


def row(rows: Any, what: str, pk: Any, title: Any, day: Any, n: Any) -> Any:
    """The same six columns of any of them."""
    found = rows.order_by().annotate(
        c_what=Value(what, output_field=CharField()), c_pk=pk, c_title=title, c_day=day, c_n=n
    )
    return found.values_list("c_what", "c_pk", "c_title", "c_day", "c_n")


def number(value: int) -> Value:
    return Value(value, output_field=IntegerField())


def words(value: str) -> Value:
    return Value(value, output_field=CharField())


def asked(seat: Seat) -> list[Any]:
    """What concerns this seat, as queries of one shape."""
    now, own = timezone.now(), {"committee_id": seat.committee_id, "person_id": seat.person_id}
    office = {"committee_id": seat.committee_id}
    handed = QuizEntry.objects.filter(quiz=OuterRef("pk"), person_id=seat.person_id, state="handed")
    found = []
    if seat.has(*LEARNERS):
        due = StudyDuty.objects.filter(
            **own, state="todo", item__state="open", layer__due_on__lte=today() + NEAR
        )
        for kind in ("reading", "paper", ""):
            part = (
                due.filter(item__kind=kind)
                if kind
                else due.exclude(item__kind__in=["reading", "paper", "quiz"])
            )
            found.append(
                row(
                    part,
                    f"duty-{kind}",
                    F("item_id"),
                    F("item__title"),
                    F("layer__due_on"),
                    number(1),
                )
            )
        on = Quiz.objects.filter(**office, state="open", starts_at__lte=now, ends_at__gt=now)
        on = on.filter(~Exists(handed))
        found.append(row(on, "quiz", F("pk"), F("title"), TruncDate("ends_at"), F("minutes")))
        drills = Drill.objects.filter(**own, closed_on=None, due_on__lte=today())
        found.append(
            row(drills.values("committee_id"), "drill", number(0), words(""), NO_DAY, Count("pk"))
        )
    if seat.has(*KEEPERS):
        over = Quiz.objects.filter(**office, state="open", ends_at__lte=now)
        found.append(row(over, "over", F("pk"), F("title"), TruncDate("ends_at"), F("minutes")))
        papers = StudyPaper.objects.filter(**office, state="handed", comments=None)
        found.append(
            row(papers.values("committee_id"), "paper", number(0), words(""), NO_DAY, Count("pk"))
        )
    return found


def duty(what: str, pk: int, title: str, due: date, n: int) -> Card:
    """One thing to learn, with its lamp."""
    days = (due - today()).days
    word = f"过了 {-days} 天" if days < 0 else "今天到" if days == 0 else f"还有 {days} 天"
    light = "red" if days < 0 else "yellow" if days <= 3 else "green"
    lamp = Light(light, word, due, late=days < 0)
    verb = VERBS.get(what.removeprefix("duty-"), "看时间地点")
    return Card(title, verb, link("study-item", pk), f"{due:%-m-%-d} 前学完", "学习", lamp)


def quiz(what: str, pk: int, title: str, due: date, n: int) -> Card:
    note = f"{due:%-m-%-d} 结束，{n} 分钟"
    return Card(title, "去答题", link("quiz", pk), note, "知识竞赛")


def over_(what: str, pk: int, title: str, due: date, n: int) -> Card:
    return Card(title, "结束，出榜", link("quiz", pk), "时间到了", "知识竞赛")


def drill(what: str, pk: int, title: str, due: date | None, n: int) -> Card:
    url = link("study-practice", query="?wrong=1")
    return Card(f"{n} 道错题今天该练", "练错题", url, "", "练习", count=n)


def paper(what: str, pk: int, title: str, due: date | None, n: int) -> Card:
    url = link("study-papers", query="?show=handed")
    return Card(f"{n} 篇学习文章还没有人看", "去看", url, "", "学习文章", count=n)


SHOW: dict[str, Callable[..., Card]] = {
    "duty-": duty, "duty-reading": duty, "duty-paper": duty,
    "quiz": quiz, "over": over_, "drill": drill, "paper": paper,
}  # fmt: skip


def cards(seat: Seat) -> Iterator[Card]:
    """Of those who learn; and of those who keep the plan.

    The proposal office and the leaders, whose day is full, find theirs in the messages and under 学习.
    """
    if seat.has(Role.CLERK, Role.LEADER):
        return
    found = asked(seat)
    if not found:
        return
    first, *rest = found
    rows = list(first.union(*rest, all=True))
    rows.sort(key=lambda r: (r[3] or date.max, r[1]))
    shown: dict[str, int] = {}
    for each in rows:
        kind = each[0].split("-")[0]
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] <= SHOWN:
            yield SHOW[each[0]](*each)
