"""What the tests of this room begin from."""

from datetime import date, timedelta
from typing import Any

from shangliang.demo.small import SmallCity
from shangliang.groups.actions.add_listed import add_listed
from shangliang.groups.actions.add_team import add_team
from shangliang.groups.models import Listed, Shift, Team
from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.perform import REGISTRY


def do(table: str, verb: str, seat: Any, pk: int, **data: Any) -> Any:
    return REGISTRY[(table, verb)](seat, pk, **data)


def words(answer: Any) -> str:
    """A page as text."""
    return answer.content.decode()


def workday(city: SmallCity, after: int = 1) -> date:
    """A working day at least so many days from today."""
    return calendar_of(city.committee.pk).next_workday(today() + timedelta(days=after))


def studio(
    city: SmallCity, people: tuple[str, ...] = ("member", "member2", "member3")
) -> tuple[Team, Shift]:
    """A studio whose first person is the head, with one shift of the first."""
    office = city.seat("organiser")
    team = add_team(office, form="studio", name="柳岸社区委员工作室", place="柳岸街 18 号")
    ids = [city.people[p].pk for p in people]
    do("team", "join", office, team.pk, people=ids[:1], title="负责人")
    do("team", "join", office, team.pk, people=ids[1:])
    day = workday(city)
    do(
        "team",
        "set_rota",
        office,
        team.pk,
        first=day,
        last=day,
        weekdays=[day.weekday()],
        people=ids,
    )
    return team, Shift.objects.get(committee=city.committee, team=team)


def entry(city: SmallCity, kind: str = "expert", who: str = "organiser", **more: Any) -> Listed:
    """One entry of a list, agreed on paper where the person has no account."""
    given = {
        "purpose": "协商时按擅长推荐", "until": today() + timedelta(days=200), "how": "书面同意",
        "name": "甄懂水", "unit": "澄州水务设计室", "phone": "0000-1112223", "fields": "垃圾分类、物业管理",
    }  # fmt: skip
    return add_listed(city.seat(who), kind=kind, **(given | more))
