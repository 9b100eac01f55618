"""Where the tests of this room begin."""

from datetime import timedelta

import pytest

from shangliang.actors.models import Actor
from shangliang.procedures.office_calendar import today
from shangliang.subjects.actions.add_subject import add_subject
from shangliang.subjects.models import Milestone

from .things import do


@pytest.fixture
def project(city):
    county = Actor.objects.create(committee=city.committee, kind=Actor.Kind.COUNTY, name="一江区")
    return add_subject(
        city.seat("organiser"),
        kind="project",
        name="滨河标准厂房",
        unit=city.units["housing"].pk,
        place=county.pk,
        stage="inviting",
        plan_end=today() + timedelta(days=300),
    )


@pytest.fixture
def road(city, project):
    """土地 → 图纸 → 施工; 招标 beside."""
    seat = city.seat("staff_housing")
    made = {}
    for title, days, after, due in (("土地", 0, (), 10), ("图纸", 20, ("土地",), 30), ("招标", 5, ("土地",), 20), ("施工", 60, ("图纸", "招标"), 90)):  # fmt: skip
        do("add_milestone", seat, project, title=title, days=days, due_on=today() + timedelta(days=due), after=[made[t].pk for t in after])  # fmt: skip
        made[title] = Milestone.objects.get(title=title)
    return made
