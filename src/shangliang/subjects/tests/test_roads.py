"""A road map: what waits for what, what moves, what is critical."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.subjects.models import Milestone
from shangliang.subjects.roadmap import Circle, Point, critical, in_order, slipped
from shangliang.web.tagkit.dates import md

from .things import do, words

DAY = date(2026, 1, 1)


def test_a_slip_shows_what_moves_before_and_after_it_is_made(city, project, road, client):
    late = today() + timedelta(days=40)
    client.force_login(city.account("staff_housing"))
    url = f"{reverse('subject', args=[project.pk])}?slip={road['土地'].pk}&to={late}"
    assert "3 个节点要跟着动" in words(client.get(url))
    assert Milestone.objects.get(title="施工").due_on == today() + timedelta(days=90)
    do("move_milestone", city.seat("staff_housing"), project, milestone=road["土地"].pk, due_on=late, why="拆迁未完")  # fmt: skip
    found = {m.title: (m.due_on - today()).days for m in Milestone.objects.all()}
    assert found == {"土地": 40, "图纸": 60, "招标": 45, "施工": 120}
    row = Milestone.objects.get(title="施工")
    assert row.first_due_on == today() + timedelta(days=90)
    assert row.moved_because == "随“土地”顺延"


def test_the_history_names_the_point_and_its_day(city, project, road, client):
    late = today() + timedelta(days=40)
    seat = city.seat("staff_housing")
    do("move_milestone", seat, project, milestone=road["土地"].pk, due_on=late, why="拆迁未完")
    do("reach_milestone", seat, project, milestone=road["土地"].pk)
    client.force_login(city.account("staff_housing"))
    page = words(client.get(reverse("subject", args=[project.pk])))
    assert "加节点：施工" in page
    assert "推迟节点：土地" in page
    assert f"{md(late)} 到，3 个节点跟着动" in page
    assert "节点完成：土地" in page


def test_points_that_wait_for_each_other_are_refused_and_named(city, project, road):
    with pytest.raises(Refused, match="不能互相等：.*土地.*施工|不能互相等：.*施工.*土地"):
        do("order_milestones", city.seat("staff_housing"), project, milestone=road["土地"].pk, after=[road["施工"].pk])  # fmt: skip
    assert not road["土地"].after.exists()


def test_a_point_is_reached_after_what_it_waits_for(city, project, road):
    seat = city.seat("staff_housing")
    with pytest.raises(Refused, match="它要等的还没有完成：土地"):
        do("reach_milestone", seat, project, milestone=road["图纸"].pk)
    do("reach_milestone", seat, project, milestone=road["土地"].pk)
    do("reach_milestone", seat, project, milestone=road["图纸"].pk)
    with pytest.raises(Refused, match="已经完成"):
        do("move_milestone", seat, project, milestone=road["图纸"].pk, due_on=today(), why="x")


@st.composite
def roads(draw):
    """Any road map without a ring."""
    size = draw(st.integers(1, 9))
    points = {}
    for pk in range(size):
        after = draw(st.frozensets(st.integers(0, pk - 1))) if pk else frozenset()
        due = DAY + timedelta(days=draw(st.integers(0, 60)))
        done = DAY if draw(st.booleans()) and draw(st.booleans()) else None
        points[pk] = Point(pk, due, draw(st.integers(0, 20)), after, done)
    return points


@given(roads(), st.integers(0, 80), st.data())
def test_nothing_moves_forward_and_nothing_is_due_before_what_it_waits_for(points, days, data):
    moved = data.draw(st.sampled_from(sorted(points)))
    to = DAY + timedelta(days=days)
    found = slipped(points, moved, to)
    after = {pk: found.get(pk, p.done or p.due) for pk, p in points.items()}
    for pk, day in found.items():
        if pk != moved:
            assert day > points[pk].due
            assert points[pk].done is None
            assert day == max(after[o] for o in points[pk].after) + timedelta(days=points[pk].days)


@given(roads())
def test_order_and_critical_chain_hold_for_any_road(points):
    order = in_order(points)
    assert sorted(order) == sorted(points)
    assert all(order.index(o) < order.index(pk) for pk, p in points.items() for o in p.after)
    chain = critical(points)
    assert all(a in points[b].after for a, b in zip(chain, chain[1:], strict=False))


def test_a_ring_is_found():
    points = {1: Point(1, DAY, 0, frozenset({2})), 2: Point(2, DAY, 0, frozenset({1}))}
    with pytest.raises(Circle):
        in_order(points)
