"""知识竞赛: its settings, checked."""

from datetime import datetime, timedelta

from django.db.models import Q

from ..actors.models import Actor
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Quiz, StudyItem

LONGEST = timedelta(days=31)


def settings(
    row: Quiz,
    seat: Seat,
    *,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    minutes: int = 20,
    text: str = "",
    team_by: str = "",
    team_best: int = 3,
    squads: str = "",
    partial: bool = False,
    show_people: bool = False,
    item: int | None = None,
) -> None:
    """Write them after looking at them. Raises Refused."""
    if not title.strip():
        raise refuse("请写竞赛名称。")
    if ends_at <= starts_at:
        raise refuse("结束要晚于开始。")
    if ends_at - starts_at > LONGEST:
        raise refuse("一场最长 31 天。")
    if not 1 <= minutes <= 240:
        raise refuse("每人答题时间在 1 到 240 分钟之间。")
    if team_by not in Quiz.Team.values:
        raise refuse("请选怎么组队。")
    if not 1 <= team_best <= 20:
        raise refuse("每队取 1 到 20 人。")
    about = None
    if item:
        about = StudyItem.objects.filter(
            committee_id=seat.committee_id, pk=item, kind="quiz", state__in=["draft", "open"]
        ).first()
        if about is None:
            raise refuse("没有这一项知识竞赛的计划，或者它已经结束。")
    row.title, row.text, row.item = title.strip()[:120], text.strip()[:1000], about
    row.starts_at, row.ends_at, row.minutes = starts_at, ends_at, minutes
    row.team_by, row.team_best = team_by, team_best
    row.squads = listed_squads(seat, squads) if team_by == Quiz.Team.LISTED else []
    row.partial, row.show_people = partial, show_people


def listed_squads(seat: Seat, text: str) -> list[int]:
    """Bodies of the register, a name a line. Raises Refused naming the line."""
    names = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(set(names)) < 2:
        raise refuse("请列出至少两个参赛的学校、单位，一行一个。")
    rows = Actor.objects.filter(committee_id=seat.committee_id, active=True).exclude(
        kind=Actor.Kind.PERSON
    )
    known: dict[str, int] = {}
    for pk, name, short in (
        rows.filter(Q(name__in=names) | Q(short__in=names))
        .order_by("-pk")
        .values_list("pk", "name", "short")
    ):
        known |= {name: pk} | ({short: pk} if short else {})
    for number, name in enumerate(names, 1):
        if name not in known:
            raise refuse(f"第 {number} 行：名册里没有“{name[:30]}”，请先登记这个学校或单位。")
    return list(dict.fromkeys(known[name] for name in names))
